import {
  DOCUMENT_LIMITS,
  emptyDocument,
  type MessageRole,
  type PromptDocument,
  type Section,
} from '@promptvault/document';
import { isVariableName } from '@promptvault/template';
import { type Calculated, convertPrompt } from '../convert/index.ts';
import { readCsv } from '../read-csv.ts';
import type { MakeElementId } from '../to-prompt-document.ts';
import { type Bundle, parseData, pathIn } from './bundle.ts';
import { type Losses, quietly } from './losses.ts';
import { cutText, FOO_LIMITS, isPlain, listOf, oneLine, type Plain } from './shape.ts';

export interface ReadPrompt {
  title: string;
  description: string;
  document: PromptDocument;
  /** Variables that the values of a case decide. */
  calculated: Calculated[];
  /** Made by a program that was not run: its text is made of the names of the values. */
  isStandIn: boolean;
  /** What filters of providers and tests may call it. */
  names: string[];
}

export interface PromptGround {
  bundle: Bundle;
  losses: Losses;
  from: string;
  makeId: MakeElementId;
}

interface Named {
  label: string | null;
  names: string[];
}

export function readPrompts(given: unknown, ground: PromptGround): ReadPrompt[] {
  const list =
    isPlain(given) && given.id === undefined && given.raw === undefined && given.label === undefined
      ? Object.entries(given).map(([id, label]): Plain => ({ id, label }))
      : listOf(given);
  const found = list.flatMap((one): ReadPrompt[] => {
    if (typeof one === 'string') return readReference(one, { label: null, names: [] }, ground);
    if (!isPlain(one)) return [];
    const label = typeof one.label === 'string' && one.label !== '' ? one.label : null;
    const text = [one.raw, one.id, one.file, one.path].find(
      (value) => typeof value === 'string' && value !== '',
    );
    if (one.config !== undefined)
      ground.losses.tell('warning', 'prompt_option', '“config” of a prompt is left out.', label ?? undefined);
    return typeof text === 'string'
      ? readReference(text, { label, names: [label ?? '', String(one.id ?? '')] }, ground)
      : [];
  });
  if (found.length > FOO_LIMITS.prompts)
    ground.losses.tell(
      'error',
      'too_many',
      `There are ${found.length} prompts; the first ${FOO_LIMITS.prompts} are taken.`,
    );
  return found.slice(0, FOO_LIMITS.prompts);
}

const program = /\.(?:py|m?js|cjs|tsx?|rb|sh|bash|pl|php|go|exe)(?::[\w.$]+)?$/;
const textFile = /\.(?:txt|md|markdown|j2|jinja2?|njk|json|ya?ml|csv|jsonl|prompt)$/;

function readReference(reference: string, named: Named, ground: PromptGround): ReadPrompt[] {
  const { bundle, from } = ground;
  const isLine = !/[\r\n]/.test(reference) && !reference.includes('{{') && reference.length < 500;
  const isFile =
    reference.startsWith('file://') || (isLine && (program.test(reference) || textFile.test(reference)));
  if (isLine && /^(?:exec:|langfuse:|portkey:|helicone:|https?:)/.test(reference))
    return [standIn(reference, 'stands elsewhere, and was not fetched or run', named, ground)];
  if (isLine && isFile && program.test(reference))
    return [standIn(pathWithName(reference), 'is a program, and was not run', named, ground)];
  if (!isFile) return [fromText(reference, named, ground, oneLine(reference, 80))];
  const paths = bundle.find(reference, from);
  if (paths.length === 0) return [standIn(pathIn(reference), 'is not among the files', named, ground)];
  return paths.flatMap((path) => {
    if (program.test(path)) return [standIn(path, 'is a program, and was not run', named, ground)];
    return readFile(path, { label: named.label, names: [...named.names, reference, path] }, ground);
  });
}

const pathWithName = (reference: string) => reference.replace(/^file:\/\//, '');
const stem = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

function readFile(path: string, named: Named, ground: PromptGround): ReadPrompt[] {
  const text = ground.bundle.text(path);
  const { losses } = ground;
  if (path.endsWith('.csv')) {
    const [heading, ...rows] = readCsv(text).records;
    const column = (name: string) =>
      heading?.fields.findIndex((field) => field.trim().toLowerCase() === name) ?? -1;
    const [prompt, label] = [column('prompt'), column('label')];
    if (prompt < 0)
      losses.tell('warning', 'prompts', `${path} has no column “prompt”, so no prompt was made of it.`);
    return rows.flatMap(({ fields }) => {
      const own = fields[label] || named.label;
      const content = fields[prompt] ?? '';
      return content.trim() === ''
        ? []
        : [fromText(content, { ...named, label: own, names: [...named.names, own ?? ''] }, ground, content)];
    });
  }
  if (path.endsWith('.jsonl'))
    return text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line, index) => fromText(line, named, ground, `${stem(path)} ${index + 1}`));
  if (/\.(?:json|ya?ml)$/.test(path)) return [fromText(text, named, ground, stem(path))];
  const parts = text
    .split(/^---[ \t]*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) losses.tell('warning', 'prompts', `${path} is empty, so no prompt was made of it.`);
  return parts.map((part, index) =>
    fromText(part, named, ground, parts.length > 1 ? `${stem(path)} ${index + 1}` : stem(path)),
  );
}

/** A conversation as JSON or YAML, or one text. */
function fromText(text: string, named: Named, ground: PromptGround, title: string): ReadPrompt {
  const isData = /^\s*\[\s*\{/.test(text) || /^\s*-\s+["']?role["']?\s*:/.test(text);
  const quiet = quietly(ground.losses);
  const messages = isData
    ? parseData(/^\s*\[/.test(text) ? 'prompt.json' : 'prompt.yaml', text, quiet)
    : undefined;
  if (isData && messages === undefined)
    ground.losses.tell(
      'warning',
      'conversation',
      'A conversation with conditions or loops between its messages is kept as one text.',
      title,
    );
  const label = oneLine(named.label ?? title, 200) || 'Prompt';
  const { document, calculated } = Array.isArray(messages)
    ? conversation(messages, ground, label)
    : converted(text, ground, label);
  return {
    title: label,
    description: '',
    document,
    calculated,
    isStandIn: false,
    names: [...named.names, text, label].filter((name) => name !== ''),
  };
}

type Converted = Pick<ReadPrompt, 'document' | 'calculated'>;

function converted(text: string, { losses, makeId }: PromptGround, where: string): Converted {
  const hasTags = /\{\{|\{%|\{#/.test(text);
  const { value, calculated, problems } = convertPrompt(text, hasTags ? 'jinja' : 'text', makeId, {
    calculates: true,
  });
  for (const { severity, message } of problems)
    losses.tell(severity === 'info' ? 'info' : 'warning', 'template', message, where);
  const { document } = value;
  // Nunjucks writes nothing for what has no value.
  const variables = document.variables.map((one) => ({ ...one, required: false }));
  return { document: { ...document, variables }, calculated };
}

const roles: Readonly<Record<string, MessageRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
};

function conversation(messages: readonly unknown[], ground: PromptGround, where: string): Converted {
  const document = emptyDocument();
  const sections: Section[] = [];
  const variables = new Map<string, PromptDocument['variables'][number]>();
  const calculated: Calculated[] = [];
  for (const message of messages.slice(0, DOCUMENT_LIMITS.sections)) {
    if (!isPlain(message)) continue;
    const role = roles[String(message.role)] ?? 'user';
    if (message.tool_calls !== undefined || message.role === 'tool')
      ground.losses.tell('warning', 'conversation', 'Calls of tools in a conversation are left out.', where);
    const { document: part, calculated: some } = converted(
      contentOf(message.content, ground, where),
      ground,
      where,
    );
    for (const one of some) {
      const known = calculated.find(({ name }) => name === one.name);
      if (known === undefined) calculated.push(one);
      else if (known.source !== one.source)
        ground.losses.tell(
          'warning',
          'conversation',
          `“${one.source}” and “${known.source}” of two messages have one variable here, “${one.name}”: part them.`,
          where,
        );
    }
    if (part.delimiters !== null)
      ground.losses.tell('warning', 'conversation', 'Braces in a message are read as tags here.', where);
    for (const variable of part.variables)
      if (!variables.has(variable.name)) variables.set(variable.name, variable);
    const isFirstSystem = role === 'system' && sections.length === 0;
    const text = part.sections.map((section) => section.text).join('\n\n');
    sections.push({
      id: ground.makeId('section', isFirstSystem ? 'system' : 'message', sections.length),
      kind: isFirstSystem ? 'system' : 'message',
      role: isFirstSystem ? null : role,
      text,
    });
  }
  const declared = [...variables.values()].map((one, index) => ({
    ...one,
    id: ground.makeId('variable', one.name, index),
  }));
  return { document: { ...document, sections, variables: declared }, calculated };
}

function contentOf(content: unknown, { losses }: PromptGround, where: string): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .flatMap((part) => {
      if (typeof part === 'string') return [part];
      if (isPlain(part) && typeof part.text === 'string') return [part.text];
      losses.tell(
        'warning',
        'conversation',
        'Images and other parts of messages that are no text are left out.',
        where,
      );
      return [];
    })
    .join('\n\n');
}

function standIn(
  reference: string,
  why: string,
  { label, names }: Named,
  { losses }: PromptGround,
): ReadPrompt {
  const shown = oneLine(reference, 200);
  losses.tell(
    'warning',
    'prompt_missing',
    `${shown} ${why}. A prompt with its values stands in for it: write its text.`,
  );
  return {
    title: oneLine(label ?? reference.replace(/^.*\//, '').replace(/\.\w+(?=:|$)/, ''), 200) || 'Prompt',
    description: `Stands in for ${shown} of a promptfoo configuration, which ${why}. Write its text here.`,
    document: emptyDocument(),
    calculated: [],
    isStandIn: true,
    names: [...names, reference, label ?? ''].filter((name) => name !== ''),
  };
}

/** The text of a prompt that a program would have made: each value under its name. */
export function writeStandIn(
  { title }: ReadPrompt,
  values: readonly string[],
  makeId: MakeElementId,
): PromptDocument {
  const names = values
    .filter((name) => isVariableName(name) && name.length <= DOCUMENT_LIMITS.name)
    .slice(0, 200);
  const text = names.length === 0 ? `(${title})` : names.map((name) => `${name}:\n{{${name}}}`).join('\n\n');
  return {
    ...emptyDocument(),
    sections: [
      {
        id: makeId('section', 'instructions', 0),
        kind: 'instructions',
        role: null,
        text: cutText(text, DOCUMENT_LIMITS.text),
      },
    ],
    variables: names.map((name, index) => ({
      ...{ id: makeId('variable', name, index), name, type: 'text' as const, description: '' },
      ...{ required: false, default: null, options: [] },
    })),
  };
}
