import { diffArrays } from 'diff';

/** A run of tokens that both texts share, or that only one of them has. */
export type TokenRun = { change: 'same' | 'removed' | 'added'; tokens: string[] };

/**
 * The shortest edit from one list of tokens to another, as runs; removed runs stand before added ones.
 * Beyond `maxEdits` the middle that differs is one removed and one added run, so the time stays bounded
 * by the lengths times `maxEdits`. The same on every machine: no clock decides.
 */
export function diffTokens(before: string[], after: string[], maxEdits: number): TokenRun[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;

  const oldMiddle = before.slice(start, before.length - end);
  const newMiddle = after.slice(start, after.length - end);
  const runs: TokenRun[] = [{ change: 'same', tokens: before.slice(0, start) }];
  if (oldMiddle.length === 0 || newMiddle.length === 0) {
    runs.push({ change: 'removed', tokens: oldMiddle }, { change: 'added', tokens: newMiddle });
  } else {
    const parts = diffArrays(oldMiddle, newMiddle, { maxEditLength: maxEdits });
    if (parts) {
      for (const { added, removed, value } of parts) {
        runs.push({ change: added ? 'added' : removed ? 'removed' : 'same', tokens: value });
      }
    } else {
      runs.push({ change: 'removed', tokens: oldMiddle }, { change: 'added', tokens: newMiddle });
    }
  }
  runs.push({ change: 'same', tokens: before.slice(before.length - end) });
  return runs.filter(({ tokens }) => tokens.length > 0);
}

/** Words, runs of whitespace and single other characters; joined they are the text again. */
export function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|./gsu) ?? [];
}

/** Lines with their line ends; joined they are the text again. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
