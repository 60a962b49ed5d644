/**
 * How alike two texts are, 0 to 1. `words`: the words both have, counted with repetition (twice the common ones by
 * all of both), whatever their order, case and marks: the Sørensen–Dice coefficient. `characters`: one minus the Levenshtein distance
 * by the longer length, in code points, runs of white space as one. Neither knows what words mean.
 */
const mostCharacters = 4_000;

/**
 * Scripts that put no space between words: there each character with its marks stands for a word. Bounded, since no word is
 * as long as an answer, and a pattern that holds all of one in its memory has no room for it.
 */
const unspaced = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
const word = new RegExp(
  `[${unspaced}]\\p{M}{0,100}|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}]){1,10000}`,
  'gu',
);

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(word) ?? [];

/** How often each word stands in a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export function wordSimilarity(left: string, right: string): number {
  const a = countWords(left);
  const b = countWords(right);
  let all = 0;
  for (const times of a.values()) all += times;
  let common = 0;
  for (const [word, times] of b) {
    all += times;
    common += Math.min(times, a.get(word) ?? 0);
  }
  return all === 0 ? 1 : (2 * common) / all;
}

/** Undefined for texts that are too long to be compared letter by letter. */
export function characterSimilarity(left: string, right: string): number | undefined {
  const [a, b] = [left, right].map((text) => [...text.normalize('NFKC').trim().replace(/\s+/gu, ' ')]) as [
    string[],
    string[],
  ];
  if (a.length > mostCharacters || b.length > mostCharacters) return undefined;
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}

function distance(a: readonly string[], b: readonly string[]): number {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  let row = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, (before[j] as number) + 1, (row[j - 1] as number) + 1);
    }
    [before, row] = [row, before];
  }
  return before[b.length] as number;
}
