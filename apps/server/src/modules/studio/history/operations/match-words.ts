/** Finds in a text, for showing, the words a search found it by. The database decides what matches; this only points. */
import type { RunMatchView } from '@promptvault/contract/studio/history/shapes';

export interface SearchWords {
  /** Letters and digits alone, lowered and unaccented; those that were to be left out are not among them. */
  words: string[];
  /** The search without its last word, where that ends with `*`. */
  rest: string | undefined;
  /** That last word. */
  prefix: string | undefined;
}

const marks = /\p{M}+/gu;
const fold = (text: string): string => text.normalize('NFKD').replace(marks, '').toLowerCase();
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Reads what a person typed, as `websearch_to_tsquery` does; `*` at the end of the last word is ours. */
export function readWords(q: string): SearchWords {
  const [, before = q, last] = /^(.*?)([\p{L}\p{N}\p{M}]{2,})\*\s*$/su.exec(q) ?? [];
  // A beginning after a minus is left to the words, for which a star means nothing.
  const starred = last !== undefined && !before.endsWith('-') && !before.endsWith('"');
  const [prefix] = starred ? wordsOf(last) : [];
  const rest = prefix === undefined ? q : before;
  const wanted = rest.replace(/(^|\s)-("[^"]*"?|\S*)/g, ' ').replace(/(^|\s)or(?=\s|$)/gi, ' ');
  const words = [...new Set([...wordsOf(wanted), ...(prefix === undefined ? [] : [prefix])])];
  return { words, rest: rest.trim() === '' ? undefined : rest, prefix };
}

/** Where the words stand, as UTF-16 offsets. A word is found as a whole; `prefix` at the beginning of one. */
export function rangesOf(text: string, { words, prefix }: Pick<SearchWords, 'words' | 'prefix'>) {
  const wanted = new Set(words);
  const ranges: { from: number; to: number }[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(found[0]);
    if (wanted.has(word) || (prefix !== undefined && word.startsWith(prefix)))
      ranges.push({ from: found.index, to: found.index + found[0].length });
  }
  return ranges;
}

const before = 60;
const longest = 280;

/** The part of a text around the first word found, or undefined where there is none. */
export function matchIn(
  where: RunMatchView['where'],
  text: string,
  words: Pick<SearchWords, 'words' | 'prefix'>,
): RunMatchView | undefined {
  const [first] = rangesOf(text, words);
  if (!first) return undefined;
  const from = text.length <= longest ? 0 : Math.max(0, first.from - before);
  const shown = text.slice(from, from + longest).toWellFormed();
  return { where, text: shown, ranges: rangesOf(shown, words) };
}
