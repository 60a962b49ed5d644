import { findQuote, type PromptDocument } from '@promptvault/document';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditorMark } from '../../../../ui/editor/editor-types.ts';
import { type Thread, threadsQuery, useThreadsLive } from '../api/threads.ts';

export type ThreadMarks = ReadonlyMap<string, readonly EditorMark[]>;

const none: ThreadMarks = new Map();

/**
 * Where open threads lie in the text, by section. The server's text may be a moment older than the editor's: words
 * that moved meanwhile are looked for nearby, and then move with the editor's text.
 */
export function marksOf(
  threads: readonly Thread[],
  sections: PromptDocument['sections'],
  current: string | undefined,
): ThreadMarks {
  const marks = new Map<string, EditorMark[]>();
  for (const { id, place, state } of threads) {
    if (!place || (state !== 'open' && id !== current)) continue;
    const text = sections.find((section) => section.id === place.sectionId)?.text;
    const range = text === undefined ? null : findQuote(text, place.text, place.from);
    if (!range) continue;
    const mark = { ...range, id, ...(id === current && { current: true }) };
    marks.set(place.sectionId, [...(marks.get(place.sectionId) ?? []), mark]);
  }
  return marks;
}

type Shown = { promptId: string; branch: string; document: PromptDocument; current: string | undefined };

/** The marks of a prompt's open threads; they follow what others say. */
export function useThreadMarks({ promptId, branch, document, current }: Shown): ThreadMarks {
  const thing = { kind: 'prompt', id: promptId };
  const { data, dataUpdatedAt } = useInfiniteQuery(threadsQuery(thing, { branch, state: 'open' }));
  useThreadsLive(thing);
  // Made anew only with what the server says: in between, the editor moves them with each key.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is read once for each answer
  return useMemo(
    () =>
      data
        ? marksOf(
            data.pages.flatMap(({ items }) => items),
            document.sections,
            current,
          )
        : none,
    [dataUpdatedAt, current, document.sections.length],
  );
}
