/**
 * Prompts written in the language of another tool. What comes out is always a valid document that renders; what did
 * not survive is told with its place and in a sentence.
 */
import {
  DOCUMENT_LIMITS,
  emptyDocument,
  findJsonFault,
  isStorableText,
  type PromptDocument,
  type Section,
} from '@promptvault/document';
import { fromDollar, isVariableName, type Problem, writeTemplates } from '@promptvault/template';
import type { MakeElementId } from '../to-prompt-document.ts';
import { detectLanguage, type PromptLanguage } from './detect-language.ts';
import { type Calculated, type Draft, startDraft } from './draft.ts';
import { fromFString } from './from-f-string.ts';
import { fromHandlebars } from './from-handlebars.ts';
import { fromJinja } from './from-jinja.ts';
import { readFront } from './front-matter.ts';

export type PromptConversion = {
  /** The language it was taken for. */
  language: PromptLanguage;
  /** Empty where the text names none. */
  title: string;
  description: string;
  document: PromptDocument;
};

/** Characters of a text that is converted. */
export const CONVERT_LIMIT = DOCUMENT_LIMITS.text;

const fixedIds: MakeElementId = (kind, name, position) =>
  `${kind}-${position}-${name.slice(0, 60).toWellFormed()}`;

/**
 * Never throws. With `calculates`, what our language cannot say becomes variables for whoever has the values, in the order
 * in which they may need each other. The codes begin with `convert.`, those of `${…}` with `dollar.`.
 */
export function convertPrompt(
  given: string,
  language: PromptLanguage = detectLanguage(given),
  makeId: MakeElementId = fixedIds,
  { calculates = false }: { calculates?: boolean } = {},
): { value: PromptConversion; calculated: Calculated[]; problems: Problem[] } {
  const source = cleanText(given);
  const draft = startDraft(source, calculates);
  if (source !== given)
    draft.report(
      'warning',
      'cleaned',
      'Signs that cannot be stored were taken out, and what is over the limit.',
      {
        from: 0,
        to: 0,
      },
    );
  const about = { title: '', description: '' };
  if (language === 'mustache')
    return {
      value: { language, ...about, document: keep(source, makeId) },
      ...{ calculated: [], problems: draft.problems() },
    };
  const base = emptyDocument();
  const more: Problem[] = [];
  if (language === 'text') draft.text(source);
  else if (language === 'dollar') more.push(...readDollar(source, draft));
  else if (language === 'fstring') fromFString(source, draft);
  else if (language === 'jinja') base.extends = fromJinja(source, draft).parent;
  else {
    const front = readFront(source, draft);
    Object.assign(about, {
      title: front.title.slice(0, 200),
      description: front.description.slice(0, 10_000),
    });
    base.settings = front.settings;
    base.responseSchema = findJsonFault(front.responseSchema) === undefined ? front.responseSchema : null;
    // What stands before the text is blanked, so that places stay those of the whole.
    fromHandlebars(`${' '.repeat(front.bodyFrom)}${source.slice(front.bodyFrom)}`, draft);
  }
  const document = finish(base, draft, makeId);
  const problems = [...more, ...draft.problems()];
  return { value: { language, ...about, document }, calculated: draft.calculated, problems };
}

function cleanText(given: string): string {
  const text = given.slice(0, CONVERT_LIMIT).toWellFormed().replaceAll('\0', '');
  return isStorableText(text) ? text : '';
}

function keep(source: string, makeId: MakeElementId): PromptDocument {
  const section = {
    id: makeId('section', 'instructions', 0),
    kind: 'instructions',
    role: null,
    text: source,
  } as const;
  return { ...emptyDocument(), sections: [section] };
}

function readDollar(source: string, draft: Draft): Problem[] {
  const { value, problems } = fromDollar(source);
  for (const { name, original, default: fallback } of value.variables) {
    const description = original === name ? '' : original.slice(0, 10_000);
    draft.use(name, 'text', { description, required: fallback === null, default: fallback });
  }
  draft.sections.length = 0;
  draft.sections.push({ role: null, pieces: [] });
  const [open, close] = value.delimiters ?? ['{{', '}}'];
  let done = 0;
  const names = value.variables.map(({ name }) => name);
  for (let at = value.source.indexOf(open); at !== -1; at = value.source.indexOf(open, done)) {
    const end = value.source.indexOf(close, at);
    const name = end === -1 ? '' : value.source.slice(at + open.length, end);
    if (!names.includes(name)) {
      draft.text(value.source.slice(done, at + open.length));
      done = at + open.length;
      continue;
    }
    draft.text(value.source.slice(done, at));
    draft.tag(name);
    done = end + close.length;
  }
  draft.text(value.source.slice(done));
  return problems;
}

function finish(base: PromptDocument, draft: Draft, makeId: MakeElementId): PromptDocument {
  const filled = draft.sections.filter(({ role, pieces }) => role !== null || !isBlank(pieces));
  const { sources, delimiters } = writeTemplates(filled.map(({ pieces }) => pieces));
  const names = [...draft.variables].filter(
    ([name]) => isVariableName(name) && name.length <= DOCUMENT_LIMITS.name,
  );
  if (names.length > DOCUMENT_LIMITS.variables) {
    const message = `Only the first ${DOCUMENT_LIMITS.variables} variables are declared; the others are used all the same.`;
    draft.report('warning', 'too_many_variables', message, { from: 0, to: 0 });
  }
  const roles = filled.map(({ role }) => role);
  return {
    ...base,
    delimiters: delimiters === null ? null : [delimiters[0], delimiters[1]],
    sections: sources.map((text, index) => {
      const { kind, role } = kindOf(roles, index);
      return { id: makeId('section', kind, index), kind, role, text: text.trim() };
    }),
    variables: names.slice(0, DOCUMENT_LIMITS.variables).map(([name, variable], index) => ({
      id: makeId('variable', name, index),
      name,
      ...variable,
      description: variable.description.slice(0, 10_000).toWellFormed(),
    })),
  };
}

const isBlank = (pieces: readonly unknown[]) =>
  pieces.every((piece) => typeof piece === 'string' && piece.trim() === '');

/** System first and one message of the user are the usual sections; a longer conversation is kept as one. */
function kindOf(roles: readonly Section['role'][], index: number): Pick<Section, 'kind' | 'role'> {
  const role = roles[index] ?? null;
  if (role === null) return { kind: 'instructions', role: null };
  if (role === 'system' && index === roles.indexOf('system')) return { kind: 'system', role: null };
  const others = roles.filter((one) => one !== 'system' && one !== null);
  if (role === 'user' && others.length === 1) return { kind: 'instructions', role: null };
  return { kind: 'message', role };
}
