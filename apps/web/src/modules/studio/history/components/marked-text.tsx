import type { RunMatchView } from '@promptvault/contract/studio/history/shapes';
import { Fragment } from 'react';
import { t } from '../messages.ts';

/** The words a search found a run by, marked in what stands around them. */
export function MarkedText({ match: { where, text, ranges } }: { match: RunMatchView }) {
  const pieces: { from: number; marked: boolean; text: string }[] = [];
  let at = 0;
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
