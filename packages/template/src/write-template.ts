import { DEFAULT_DELIMITERS, type Delimiters } from './ast.ts';
import { parse } from './parse.ts';

/** Text that has to stay text, or the content of a tag with its sign, such as `#files`. */
export type TemplatePiece = string | { tag: string };

const DELIMITERS: readonly Delimiters[] = [
  DEFAULT_DELIMITERS,
  ['<%', '%>'],
  ['[[', ']]'],
  ['<<', '>>'],
  ['{%', '%}'],
  ['⟦', '⟧'],
];

/**
 * Writes texts with the first delimiters under which their tags, and nothing else, are tags; `delimiters` is null
 * for `{{` and `}}`. The tags must close what they open.
 */
export function writeTemplates(texts: readonly (readonly TemplatePiece[])[]): {
  sources: string[];
  delimiters: Delimiters | null;
} {
  for (const delimiters of [...DELIMITERS, numberedDelimiters(texts)]) {
    if (texts.every((pieces) => holds(pieces, delimiters))) {
      const sources = texts.map((pieces) => fill(pieces, delimiters).source);
      return { sources, delimiters: delimiters === DEFAULT_DELIMITERS ? null : delimiters };
    }
  }
  return { sources: texts.map((pieces) => fill(pieces, DEFAULT_DELIMITERS).source), delimiters: null };
}

function holds(pieces: readonly TemplatePiece[], delimiters: Delimiters): boolean {
  const { source, places } = fill(pieces, delimiters);
  const { tags, problems } = parse(source, { delimiters });
  return (
    tags.length === places.length &&
    tags.every(({ kind, from, to }, index) => {
      const place = places[index];
      return kind !== 'error' && from === place?.from && to === place.to;
    }) &&
    problems.every(({ severity }) => severity !== 'error')
  );
}

/** A last resort that always fits: delimiters with the first number the texts do not hold. */
function numberedDelimiters(texts: readonly (readonly TemplatePiece[])[]): Delimiters {
  const all = texts.flat().map((piece) => (typeof piece === 'string' ? piece : piece.tag));
  let number = 0;
  while (all.some((text) => text.includes(`⟦${number}`))) number += 1;
  return [`⟦${number}:`, '⟧'];
}

function fill(
  pieces: readonly TemplatePiece[],
  [open, close]: Delimiters,
): { source: string; places: { from: number; to: number }[] } {
  const parts: string[] = [];
  const places: { from: number; to: number }[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : `${open}${piece.tag}${close}`;
    if (typeof piece !== 'string') places.push({ from: at, to: at + text.length });
    parts.push(text);
    at += text.length;
  }
  return { source: parts.join(''), places };
}
