/** Finds in a text, for showing, the words a search found it by. The database decides what matches; this only points. */
import type { RunMatchView } from '@promptvault/contract/studio/history/shapes';
import { nameEmoji, partTyped, unspacedIn, unspacedPattern, withoutUnspaced } from './part-unspaced.ts';

export interface SearchWords {
  /** Letters and digits alone, lowered and unaccented; those that were to be left out are not among them. */
  words: string[];
  /** Those of scripts without spaces, and emoji, which stand anywhere. */
  runs: string[];
  /** The search without its last word, where that ends with `*`. */
  rest: string | undefined;
  /** That last word. */
  prefix: string | undefined;
}

const marks = /\p{M}+/gu;
const plain = /^[A-Za-z0-9]*$/;
const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase();
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Reads what a person typed, as `websearch_to_tsquery` does; `*` at the end of the last word is ours. */
export function readWords(typed: string): SearchWords {
  const q = partTyped(typed);
  const [, before = q, last] = /^(.*?)([\p{L}\p{N}\p{M}]{2,})\*\s*$/su.exec(q) ?? [];
  // A beginning after a minus is left to the words, for which a star means nothing.
  const starred = last !== undefined && !before.endsWith('-') && !before.endsWith('"');
  const [prefix] = starred ? wordsOf(last) : [];
  const rest = prefix === undefined ? q : before;
  const wanted = rest.replace(/(^|\s)-("[^"]*"?|\S*)/g, ' ').replace(/(^|\s)or(?=\s|$)/gi, ' ');
  const words = [
    ...new Set([...wordsOf(withoutUnspaced(wanted)), ...(prefix === undefined ? [] : [prefix])]),
  ];
  // As they were typed: parted they would be found one by one.
  const runs = [...wanted.matchAll(/"([^"]*)"?|\S+/g)].flatMap(([whole, inner]) =>
    unspacedIn((inner ?? whole).replace(/ /g, '')),
  );
  return { words, runs: [...new Set(runs)], rest: rest.trim() === '' ? undefined : nameEmoji(rest), prefix };
}

type Wanted = Pick<SearchWords, 'words' | 'runs' | 'prefix'>;

/** Where the words stand, as UTF-16 offsets. A word is found as a whole; `prefix` at the beginning of one. */
export function rangesOf(text: string, { words, runs, prefix }: Wanted) {
  const wanted = new Set(words);
  const ranges: { from: number; to: number }[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(found[0]);
    if (wanted.has(word) || (prefix !== undefined && word.startsWith(prefix)))
      ranges.push({ from: found.index, to: found.index + found[0].length });
  }
  for (const run of runs)
    for (const found of text.matchAll(new RegExp(unspacedPattern(run), 'gu')))
      ranges.push({ from: found.index, to: found.index + found[0].length });
  return ranges.sort((a, b) => a.from - b.from);
}

const before = 60;
/** Of the text that is shown, in UTF-16 units. */
export const longestMatch = 280;

/** The part of a text around the first word found, or undefined where there is none. */
export function matchIn(where: RunMatchView['where'], text: string, words: Wanted): RunMatchView | undefined {
  const ranges = rangesOf(text, words);
  const [first] = ranges;
  if (!first) return undefined;
  if (text.length <= longestMatch) return { where, text: text.toWellFormed(), ranges };
  const from = Math.max(0, first.from - before);
  const shown = text.slice(from, from + longestMatch).toWellFormed();
  return { where, text: shown, ranges: rangesOf(shown, words) };
}
