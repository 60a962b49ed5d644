import { diffTokens, splitWords } from './token-diff.ts';

/** A stretch of a text: `from` inclusive, `to` exclusive, in UTF-16 units. */
export type TextRange = { from: number; to: number };

const MAX_EDITS = 2_000;

/** What stands in two texts at all: half of its letters must stay, or another text is meant. */
const enough = 0.5;

/**
 * Where a stretch of one text stands in a later one: carried along what did not change, else where the same words
 * stand now, the nearest to where they stood. Null when too little of it is left. Never throws.
 */
export function carryRange(before: string, after: string, range: TextRange): TextRange | null {
  const from = Math.max(0, Math.min(range.from, before.length));
  const to = Math.max(from, Math.min(range.to, before.length));
  if (from === to) return null;
  if (before === after) return { from, to };
  return carryAlong(before, after, { from, to }) ?? findQuote(after, before.slice(from, to), from);
}

function carryAlong(before: string, after: string, { from, to }: TextRange): TextRange | null {
  let oldAt = 0;
  let newAt = 0;
  let kept = 0;
  let carried = null as TextRange | null;
  for (const { change, tokens } of diffTokens(splitWords(before), splitWords(after), MAX_EDITS)) {
    const piece = tokens.join('');
    if (change === 'same') {
      const first = Math.max(from, oldAt);
      const last = Math.min(to, oldAt + piece.length);
      if (first < last) {
        const start = newAt + first - oldAt;
        carried = { from: carried?.from ?? start, to: newAt + last - oldAt };
        kept += weight(before.slice(first, last));
      }
    }
    if (change !== 'added') oldAt += piece.length;
    if (change !== 'removed') newAt += piece.length;
  }
  return carried && kept >= weight(before.slice(from, to)) * enough ? carried : null;
}

const weight = (text: string) => text.replace(/\s+/g, '').length;

/** The place of `quote` in a text, the nearest to `near` when there are several. Blank quotes are nowhere. */
export function findQuote(text: string, quote: string, near: number): TextRange | null {
  if (quote.trim() === '') return null;
  const behind = text.lastIndexOf(quote, near);
  const ahead = text.indexOf(quote, near);
  if (behind < 0 && ahead < 0) return null;
  const nearer = ahead < 0 || (behind >= 0 && near - behind <= ahead - near) ? behind : ahead;
  return { from: nearer, to: nearer + quote.length };
}
