import type { RunMatchView } from '@promptvault/contract/studio/history/shapes';
import { Fragment } from 'react';
import { t } from '../messages.ts';

/** Before the first word found: a row of a list shows its beginning alone. */
const mostBefore = 10;

/** Where the text begins: with a whole word, so near that the first word found is seen. */
export function beginOf(text: string, first: number): number {
  if (first <= mostBefore) return 0;
  const space = text.slice(first - mostBefore, first).search(/\s\S/);
  return space < 0 ? first : first - mostBefore + space + 1;
}

/** The words a search found a run by, marked in what stands around them. */
export function MarkedText({ match: { where, text, ranges } }: { match: RunMatchView }) {
  const pieces: { from: number; marked: boolean; text: string }[] = [];
  const begin = beginOf(text, ranges[0]?.from ?? 0);
  let at = begin;
  for (const { from, to } of ranges) {
    if (from > at) pieces.push({ from: at, marked: false, text: text.slice(at, from) });
    pieces.push({ from, marked: true, text: text.slice(from, to) });
    at = to;
  }
  if (at < text.length) pieces.push({ from: at, marked: false, text: text.slice(at) });
  return (
    <span className="text-ink-2">
      {where !== 'answer' && (
        <span className="text-ink-3">{t(where === 'prompt' ? 'inPrompt' : 'inTitle')} </span>
      )}
      {begin > 0 && '…'}
      {pieces.map((piece) =>
        piece.marked ? (
          <mark key={piece.from} className="rounded-xs bg-warn/25 text-ink">
            {piece.text}
          </mark>
        ) : (
          <Fragment key={piece.from}>{piece.text}</Fragment>
        ),
      )}
    </span>
  );
}
