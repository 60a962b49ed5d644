import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { uiText as t } from '../../messages/interface-text.ts';

type ChangedTextProps = { before: string; after: string };

/** Longer texts are shown as they are; finding words in them would hold up the page. */
const longest = 20_000;

/** Milliseconds after which finding the smallest difference is given up for "all of it changed". */
const patience = 400;

/** A text with what is new in it marked and what is gone struck out, word by word. */
export function ChangedText({ before, after }: ChangedTextProps) {
  const parts = useMemo(
    () =>
      before.length + after.length > longest
        ? [{ value: after, added: false, removed: false }]
        : (diffWordsWithSpace(before, after, { timeout: patience }) ?? [
            { value: before, added: false, removed: true },
            { value: after, added: true, removed: false },
          ]),
    [before, after],
  );
  return (
    <span className="font-mono text-13 leading-[1.6] whitespace-pre-wrap wrap-anywhere">
      {parts.map((part, index) =>
        part.removed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
          <del key={index} className="bg-bad-weak text-bad decoration-1">
            <span className="sr-only">{t('removed')} </span>
            {part.value}
          </del>
        ) : part.added ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
          <ins key={index} className="rounded-sm bg-ok-weak text-ok no-underline">
            {part.value}
          </ins>
        ) : (
          part.value
        ),
      )}
    </span>
  );
}
