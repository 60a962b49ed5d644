import { createLocator, type Position } from '@promptvault/template';
import { isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import { isStorableText } from '../json.ts';
import { documentProblem } from '../parsed-document.ts';
import { type DocumentProblem, promptDocumentSchema } from '../shape.ts';
import { idsToRead } from './element-ids.ts';
import { FRONT_KEYS, isRecord, readExample, readIds, readTool, readVariable } from './front-matter.ts';
import {
  FILE_LIMIT,
  FILE_MARK,
  type FileFormat,
  fileMetaSchema,
  type ReadPromptFile,
} from './prompt-file.ts';
import { readSections, type WrittenSection } from './section-headings.ts';

/**
 * Reads a prompt from a file in any of its forms. A file of headings alone, or of text alone, is a prompt too. Never
 * throws. Codes: `file.too_large`, `file.unstorable`, `file.front_matter` (not YAML, with its place),
 * `file.front_matter_open`, `file.not_json`, `file.invalid` (with the path of what is wrong), and as warnings
 * `file.unknown_key` and `file.empty`.
 */
export function readPromptFile(text: string, format: FileFormat = detectFormat(text)): ReadPromptFile {
  if (text.length > FILE_LIMIT)
    return fail('file.too_large', `The file has more than ${FILE_LIMIT} characters.`);
  if (!isStorableText(text)) {
    const at = text.indexOf('\0');
    const place = createLocator(text)(Math.max(at, 0));
    return fail('file.unstorable', 'The file holds a NUL or half of a surrogate pair.', place);
  }
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (format === 'markdown') return readMarkdown(plain);
  return format === 'json' ? readJson(plain) : readWhole(plain);
}

export function detectFormat(text: string): FileFormat {
  if (/^\ufeff?\s*\{/.test(text) && text.includes(`"${FILE_MARK}"`)) return 'json';
  return /^\ufeff?format: ["']?promptvault\//.test(text) ? 'yaml' : 'markdown';
}

/** A file whose first line ends with CRLF was written so throughout, by a tool and not by whoever wrote the text. */
function readMarkdown(given: string): ReadPromptFile {
  const text = /^---\r\n/.test(given) ? given.replaceAll('\r\n', '\n') : given;
  if (!/^---\n/.test(text)) return assemble({}, text, () => undefined);
  const end = text.startsWith('---\n', 4) ? 4 : text.indexOf('\n---\n', 3) + 1;
  const last = end > 0 ? end : text.endsWith('\n---') ? text.length - 3 : 0;
  if (last === 0)
    return fail(
      'file.front_matter_open',
      'The front matter begins with --- and never ends: a second line --- is missing.',
    );
  const front = text.slice(4, last);
  const parsed = readYaml(front, 1);
  if (parsed.fault) return { value: null, problems: [parsed.fault] };
  const value = parsed.value ?? {};
  if (!isRecord(value))
    return fail('file.front_matter', 'The front matter has to be a list of keys and values.');
  const after = text.slice(last + 4);
  return assemble(value, after.startsWith('\n') ? after.slice(1) : after, parsed.placeOf);
}

type PlaceOf = (path: readonly PropertyKey[]) => Position | undefined;

function readYaml(
  source: string,
  linesBefore: number,
): { value: unknown; fault?: DocumentProblem; placeOf: PlaceOf } {
  const lineCounter = new LineCounter();
  const none = () => undefined;
  const toPosition = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { offset, line: line + linesBefore, column: col };
  };
  try {
    const document = parseDocument(source, { lineCounter, version: '1.2', logLevel: 'silent' });
    const error = document.errors[0];
    if (error) {
      const message = `The YAML cannot be read: ${error.message.split('\n')[0]}`;
      const place = toPosition(error.pos[0]);
      return { value: null, placeOf: none, fault: fault('file.front_matter', message, place) };
    }
    const placeOf: PlaceOf = (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = isCollection(document.contents)
          ? document.getIn(path.slice(0, length), true)
          : undefined;
        if (isNode(node) && node.range) return toPosition(node.range[0]);
      }
      return undefined;
    };
    return { value: document.toJS({ maxAliasCount: 100 }), placeOf };
  } catch {
    const message = 'The YAML cannot be read: it uses anchors without measure.';
    return { value: null, placeOf: none, fault: fault('file.front_matter', message) };
  }
}

function assemble(front: Record<string, unknown>, body: string, placeOf: PlaceOf): ReadPromptFile {
  const known: readonly string[] = FRONT_KEYS;
  const problems = Object.keys(front).flatMap((key): DocumentProblem[] => {
    if (known.includes(key)) return [];
    const message = `The front matter has a key "${key}" that means nothing here; it is left out.`;
    return [fault('file.unknown_key', message, placeOf([key]), 'warning')];
  });
  const { before, sections } = readSections(body);
  if (before.trim() !== '') sections.unshift({ kind: 'instructions', role: null, text: before.trim() });
  if (sections.length === 0)
    problems.push(fault('file.empty', 'The file has no section.', undefined, 'warning'));
  const read = validate(front, sections, placeOf);
  return { value: read.value, problems: [...problems, ...read.problems] };
}

function validate(
  front: Record<string, unknown>,
  sections: readonly WrittenSection[],
  placeOf: PlaceOf,
): ReadPromptFile {
  const list = (key: string, read: (given: unknown) => unknown) => {
    const given = front[key] ?? [];
    return Array.isArray(given) ? given.map(read) : given;
  };
  const parts = {
    sections,
    variables: list('variables', readVariable),
    examples: list('examples', readExample),
    tools: list('tools', readTool),
  };
  const asList = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
  const ids = idsToRead(
    {
      sections,
      variables: asList(parts.variables).map(named),
      examples: asList(parts.examples).map(named),
      tools: asList(parts.tools).map(named),
    },
    readIds(front.ids),
  );
  const withIds = (value: unknown, own: readonly string[]) => {
    let index = 0;
    if (!Array.isArray(value)) return value;
    return value.map((item) => (isRecord(item) ? { ...item, id: own[index++] } : item));
  };
  const document = {
    sections: withIds(sections, ids.sections),
    variables: withIds(parts.variables, ids.variables),
    examples: withIds(parts.examples, ids.examples),
    examplesAs: front.examplesAs ?? 'text',
    tools: withIds(parts.tools, ids.tools),
    settings: front.settings ?? {},
    responseSchema: front.responseSchema ?? null,
    delimiters: front.delimiters ?? null,
    extends: front.extends ?? null,
    ...(front.techniques === undefined ? {} : { techniques: front.techniques }),
  };
  return check({ ...front, document }, placeOf);
}

const named = ({ name }: Record<string, unknown>) => ({ name: typeof name === 'string' ? name : '' });

function check(
  whole: Record<string, unknown>,
  placeOf: PlaceOf,
  under: readonly string[] = [],
): ReadPromptFile {
  const meta = fileMetaSchema.safeParse({
    title: whole.title ?? '',
    description: whole.description ?? '',
    path: whole.path ?? null,
    tags: whole.tags ?? [],
  });
  const document = promptDocumentSchema.safeParse(whole.document);
  const problems = [
    ...issuesOf(meta.error).map(({ path, message }) => invalid(path, message, placeOf(path))),
    ...issuesOf(document.error).map(({ path, message }) =>
      invalid(path, message, placeOf([...under, ...path])),
    ),
  ];
  if (!meta.success || !document.success) return { value: null, problems: problems.slice(0, 100) };
  return { value: { ...meta.data, document: document.data }, problems };
}

const issuesOf = (error: { issues: { path: PropertyKey[]; message: string }[] } | undefined) =>
  error?.issues ?? [];

function invalid(path: readonly PropertyKey[], message: string, place?: Position): DocumentProblem {
  const where = path.map(String).join('.');
  return { ...fault('file.invalid', `${where || 'The file'}: ${message}`, place), subject: where };
}

function readJson(text: string): ReadPromptFile {
  try {
    return readForm(JSON.parse(text), () => undefined);
  } catch (error) {
    return fail('file.not_json', `The file is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function readWhole(text: string): ReadPromptFile {
  const { value, fault: found, placeOf } = readYaml(text, 0);
  return found ? { value: null, problems: [found] } : readForm(value, placeOf);
}

function readForm(value: unknown, placeOf: PlaceOf): ReadPromptFile {
  if (!isRecord(value) || value.format !== FILE_MARK)
    return fail('file.invalid', `The file has to begin with the format ${FILE_MARK}.`);
  return check(value, placeOf, ['document']);
}

function fault(
  code: string,
  message: string,
  place?: Position,
  severity: DocumentProblem['severity'] = 'error',
): DocumentProblem {
  const problem = documentProblem({ severity, code, message: message.toWellFormed().replaceAll('\0', '') });
  return place ? { ...problem, from: place, to: place } : problem;
}

function fail(code: string, message: string, place?: Position): ReadPromptFile {
  return { value: null, problems: [fault(code, message, place)] };
}
