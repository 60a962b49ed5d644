/** The files of an upload, found by the paths that a configuration names. There is no way to any other file. */
import { isScalar, parseAllDocuments } from 'yaml';
import type { Losses } from './losses.ts';
import { type BundleFile, FOO_LIMITS, isPlain } from './shape.ts';

export interface Bundle {
  /** Paths that a reference means, seen from the folder of a file: one, several of a pattern, or none. */
  find(reference: string, from: string): string[];
  text(path: string): string;
  /** What a YAML or JSON file says; undefined, and told, when it cannot be read. */
  data(path: string): unknown;
  paths: readonly string[];
}

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `a/../b/./c` as `b/c`; what would lead above the upload is taken as its top. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A reference without `file://`, without the function or sheet it names. */
export const pathIn = (reference: string): string =>
  reference
    .replace(/^file:\/\//, '')
    .replace(/(\.(?:py|js|cjs|mjs|ts|rb)):[\w.$]+$/, '$1')
    .replace(/(\.xlsx?)#.*$/, '$1');

export function openBundle(files: readonly BundleFile[], losses: Losses): Bundle {
  const texts = new Map<string, string>();
  for (const { path, text } of files) texts.set(cleanPath(path), text);
  const paths = [...texts.keys()].sort();
  const read = new Map<string, unknown>();
  return {
    paths,
    text: (path) => texts.get(path) ?? '',
    find(reference, from) {
      const named = pathIn(reference);
      const path = cleanPath(named.startsWith('/') ? named : `${folderOf(from)}${named}`);
      if (texts.has(path)) return [path];
      if (!/[*?[{]/.test(named)) return [];
      const pattern = globPattern(path);
      return paths.filter((one) => pattern(one.split('/')));
    },
    data(path) {
      if (!read.has(path)) read.set(path, parseData(path, texts.get(path) ?? '', losses));
      return read.get(path);
    },
  };
}

/** `*`, `?`, `**` and `{a,b}` of a path, part by part; each part takes time in proportion to its length. */
function globPattern(path: string): (parts: readonly string[]) => boolean {
  const wanted = path.split('/');
  const fits = (at: number, parts: readonly string[], from: number): boolean => {
    const part = wanted[at];
    if (part === undefined) return from === parts.length;
    if (part === '**') {
      for (let next = from; next <= parts.length; next++) if (fits(at + 1, parts, next)) return true;
      return false;
    }
    const given = parts[from];
    return (
      given !== undefined && choices(part).some((one) => wild(one, given)) && fits(at + 1, parts, from + 1)
    );
  };
  // More than a few `**` are no pattern anybody means, and would take long.
  if (wanted.filter((part) => part === '**').length > 3) return () => false;
  return (parts) => fits(0, parts, 0);
}

function choices(part: string): string[] {
  const found = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(part);
  if (!found) return [part];
  const [, before = '', inner = '', after = ''] = found;
  return inner
    .split(',')
    .slice(0, 50)
    .map((one) => `${before}${one}${after}`);
}

/** Goes back to the last `*` only, so that it never takes more than the product of both lengths. */
function wild(pattern: string, text: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      mark = from;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++mark;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

export function parseData(path: string, text: string, losses: Losses): unknown {
  try {
    const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const value = path.endsWith('.json') ? JSON.parse(source) : parseYaml(path, source, losses);
    const fault = faultOf(value);
    if (fault === undefined) return resolveRefs(value, { root: value, losses, left: FOO_LIMITS.nodes });
    losses.tell('error', 'unreadable', `${path} cannot be read: ${fault}`);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    losses.tell('error', 'unreadable', `${path} cannot be read: ${reason}`);
  }
  return undefined;
}

function parseYaml(path: string, text: string, losses: Losses): unknown {
  const [document, ...more] = parseAllDocuments(text, {
    logLevel: 'silent',
    merge: true,
    uniqueKeys: false,
    schema: 'core',
  });
  if (!document) return null;
  const [error] = document.errors;
  if (error) throw error;
  // A file may end with the mark of a document that never begins.
  const others = more.filter(
    ({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null),
  ).length;
  if (others > 0)
    losses.tell(
      'warning',
      'more_documents',
      `${path} holds several YAML documents: the first is read, and ${others === 1 ? 'the other one is' : `the ${others} others are`} left out.`,
    );
  // Names that stand for whole trees again and again grow without end; few files have more than some.
  return document.toJS({ maxAliasCount: 100 });
}

function faultOf(root: unknown): string | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let seen = 0;
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    seen += 1;
    if (seen > FOO_LIMITS.nodes) return `it has more than ${FOO_LIMITS.nodes.toLocaleString('en')} values.`;
    if (item.depth > FOO_LIMITS.depth) return `it is nested deeper than ${FOO_LIMITS.depth} levels.`;
    if (typeof item.value !== 'object' || item.value === null) continue;
    for (const value of Object.values(item.value)) waiting.push({ value, depth: item.depth + 1 });
  }
  return undefined;
}

interface Referring {
  root: unknown;
  losses: Losses;
  /** How much may still be written out: references to references grow without end too. */
  left: number;
}

const ofSchema = /^#\/(?:\$defs|definitions)\//;

/** `{ $ref: '#/assertionTemplates/short' }` as what stands there; schemas of answers keep theirs. */
function resolveRefs(value: unknown, state: Referring, within: readonly string[] = []): unknown {
  state.left -= 1;
  if (state.left < 0) return undefined;
  if (Array.isArray(value)) return value.map((one) => resolveRefs(one, state, within));
  if (!isPlain(value)) return value;
  const { $ref: reference, ...rest } = value;
  if (typeof reference !== 'string' || !reference.startsWith('#/') || ofSchema.test(reference))
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, resolveRefs(one, state, within)]),
    );
  let found: unknown = state.root;
  for (const part of reference.slice(2).split('/'))
    found = isPlain(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  if (found === undefined || within.includes(reference) || within.length > 20) {
    state.losses.tell('warning', 'reference', `${reference} leads nowhere, so it is left out.`);
    return rest;
  }
  const target = resolveRefs(found, state, [...within, reference]);
  return isPlain(target) ? { ...target, ...rest } : target;
}
