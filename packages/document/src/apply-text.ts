import type * as Y from 'yjs';
import { diffTokens, splitWords, type TokenRun } from './token-diff.ts';

const MAX_WORD_EDITS = 1_000;
const MAX_CHARACTER_EDITS = 200;

/**
 * Edits a Y.Text into `next` with few small insertions and deletions, so that what others write elsewhere
 * in it at the same time survives. Never cuts a surrogate pair.
 */
export function applyText(text: Y.Text, next: string): void {
  const current = text.toString();
  // An embedded object takes a place that the string does not show, so offsets would not agree.
  if (text.length !== current.length) {
    text.delete(0, text.length);
    text.insert(0, next);
    return;
  }
  if (current === next) return;
  let at = 0;
  for (const { change, tokens } of refine(
    diffTokens(splitWords(current), splitWords(next), MAX_WORD_EDITS),
  )) {
    const piece = tokens.join('');
    if (change === 'removed') text.delete(at, piece.length);
    else {
      if (change === 'added') text.insert(at, piece);
      at += piece.length;
    }
  }
}

/** Compares a removed run and the added run after it by character. */
function* refine(runs: readonly TokenRun[]): Generator<TokenRun> {
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index] as TokenRun;
    const next = runs[index + 1];
    if (run.change === 'removed' && next?.change === 'added') {
      yield* diffTokens([...run.tokens.join('')], [...next.tokens.join('')], MAX_CHARACTER_EDITS);
      index += 1;
    } else {
      yield run;
    }
  }
}
