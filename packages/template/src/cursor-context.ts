import type { Delimiters } from './ast.ts';
import { parseState } from './parse.ts';

/**
 * What is being written at an offset. `from`…`to` is what a completion replaces, `query` what of it stands
 * before the cursor. `scopes` are the sections around it, outermost first.
 * - `name`: a variable; `as` says by which tag.
 * - `path`: the path of a prompt, after `>` or `<`.
 * - `ref`: the label or version after `path@`.
 * - `close`: what may be closed, innermost first.
 * - `block`: the name of a block; `parent` is the reference it is filled for, null in a text of its own.
 */
export type CursorContext = {
  from: number;
  to: number;
  query: string;
  scopes: string[];
  delimiters: Delimiters;
} & (
  | { kind: 'name'; as: 'text' | 'section' | 'inverted' | 'dynamic' }
  | { kind: 'path'; as: 'partial' | 'parent' }
  | { kind: 'ref'; path: string }
  | { kind: 'close'; names: string[] }
  | { kind: 'block'; parent: string | null }
);

const AS = { '#': 'section', '^': 'inverted', '>': 'partial', '<': 'parent' } as const;

/**
 * Answers undefined where no name is written: outside of tags, in comments and changes of delimiters. Takes
 * the time of parsing what stands before the offset. Never throws.
 */
export function findCursorContext(
  source: string,
  offset: number,
  delimiters?: Delimiters | null,
): CursorContext | undefined {
  const at = Math.min(Math.max(offset, 0), source.length);
  const before = source.slice(0, at);
  const state = parseState(before, { delimiters: delimiters ?? null });
  const [open, close] = state.delimiters;
  if (open === '' || close === '') return undefined;
  const tagFrom = before.lastIndexOf(open);
  if (tagFrom < state.lastTagTo || tagFrom === -1) return undefined;
  const contentFrom = tagFrom + open.length;
  const content = before.slice(contentFrom);
  if (content.includes(close) || content.includes('\n')) return undefined;
  const sign = /^[#^/><$!=&{]/.exec(content)?.[0] ?? '';
  if (sign === '!' || sign === '=') return undefined;
  const star = sign === '>' || sign === '<' ? (/^.\s*\*/.exec(content)?.[0] ?? '') : '';
  const lead = star || sign;
  const rest = content.slice(lead.length);
  const query = rest.trimStart();
  const place = {
    from: at - query.length,
    to: findNameEnd(source, at, close),
    query,
    scopes: state.open.flatMap(({ kind, name }) => (kind === 'section' && name !== '.' ? [name] : [])),
    delimiters: state.delimiters,
  };
  if (star) return { ...place, kind: 'name', as: 'dynamic' };
  switch (sign) {
    case '/':
      return { ...place, kind: 'close', names: state.open.map(({ name }) => name).reverse() };
    case '$': {
      const around = state.open.findLast(({ kind }) => kind === 'parent' || kind === 'block');
      return { ...place, kind: 'block', parent: around?.kind === 'parent' ? around.name : null };
    }
    case '>':
    case '<': {
      const ref = query.indexOf('@', 1);
      if (ref === -1) return { ...place, kind: 'path', as: AS[sign] };
      const [path, written] = [query.slice(0, ref), query.slice(ref + 1)];
      return { ...place, kind: 'ref', path, from: at - written.length, query: written };
    }
    case '#':
    case '^':
      return { ...place, kind: 'name', as: AS[sign] };
    default:
      return { ...place, kind: 'name', as: 'text' };
  }
}

/** Where the word at an offset ends: at whitespace, a brace or the closing delimiter. */
function findNameEnd(source: string, at: number, close: string): number {
  const tail = source.slice(at, at + 500);
  const word = /^[^\s{}]*/.exec(tail)?.[0] ?? '';
  const end = word.indexOf(close);
  return at + (end === -1 ? word.length : end);
}
