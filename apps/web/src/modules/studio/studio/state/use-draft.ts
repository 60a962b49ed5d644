import type { PromptDocument } from '@promptvault/document';
import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import type { SharedEditing } from '../../../../ui/editor/shared-editing.ts';
import { draftLine } from '../api/draft-transport.ts';
import { draftKey, promptKey, versionsKey } from '../api/prompt-queries.ts';
import { createDraftEditing, type DraftEditing } from './draft-editing.ts';
import type { DraftEditor } from './draft-people.ts';
import { createDraftSync, type DraftState, type DraftSync } from './draft-sync.ts';
import { elementId } from './element-id.ts';
import { keptUpdates } from './kept-updates.ts';
import { shareDraft } from './share-draft.ts';

type DraftPlace = { organizationId: string; promptId: string; branch: string };

export type Draft = { sync: DraftSync; editing: DraftEditing; shared: SharedEditing };

/** The draft of a branch while the page is shown; undefined for who may only read. */
export function useDraft(
  { organizationId, promptId, branch }: DraftPlace,
  mayWrite: boolean,
): Draft | undefined {
  const [draft, setDraft] = useState<Draft>();
  const queries = useQueryClient();
  useEffect(() => {
    if (!mayWrite) return;
    const sync = createDraftSync({
      line: draftLine(promptId, branch),
      kept: keptUpdates(`${organizationId}.${promptId}.${branch}`),
      tab: elementId(),
    });
    const editing = createDraftEditing(sync.ydoc);
    setDraft({ sync, editing, shared: shareDraft(sync, editing) });
    void sync.start();
    const refresh = () => {
      void queries.invalidateQueries({ queryKey: promptKey(promptId) });
      void queries.invalidateQueries({ queryKey: versionsKey(promptId) });
    };
    sync.onBase((baseVersion) => {
      const before = queries.getQueryData<{ baseVersion: number | null }>(draftKey(promptId, branch));
      queries.setQueryData(draftKey(promptId, branch), { baseVersion });
      if (before && before.baseVersion !== baseVersion) refresh();
    });
    // Who may no longer write sees what they may still see.
    sync.subscribe(() => {
      if (sync.state().phase === 'closed') refresh();
    });
    const stopWatching = watchTab(sync);
    return () => {
      stopWatching();
      editing.close();
      setDraft(undefined);
      // What is not taken now stays in this browser until the draft is opened again.
      void sync.settle().then(sync.close, sync.close);
    };
  }, [organizationId, promptId, branch, mayWrite, queries]);
  return draft;
}

/** Warns before the tab closes with text that is nowhere else. */
function watchTab(sync: DraftSync): () => void {
  const leave = (event: BeforeUnloadEvent) => {
    const { isFragile, saving } = sync.state();
    if (isFragile && saving !== 'saved') event.preventDefault();
  };
  window.addEventListener('beforeunload', leave);
  return () => window.removeEventListener('beforeunload', leave);
}

const silent = () => () => {};

export const useDraftState = (draft: Draft | undefined): DraftState | undefined =>
  useSyncExternalStore(draft?.sync.subscribe ?? silent, () => draft?.sync.state());

const nobody: readonly DraftEditor[] = [];

/** The other tabs that have the draft open. */
export const useDraftPeople = (draft: Draft | undefined): readonly DraftEditor[] =>
  useSyncExternalStore(draft?.sync.people.subscribe ?? silent, () => draft?.sync.people.list() ?? nobody);

/** Drawn within the key press: later, the editor would be given a text that is a key older than its own. */
export const useDraftDocument = (draft: Draft | undefined) =>
  useSyncExternalStore(draft?.editing.subscribe ?? silent, () => draft?.editing.document());

/** Follows when there is time between the keys; for all that is made from the text. Undefined until the draft is here. */
export function useCalmDocument(draft: Draft | undefined): PromptDocument | undefined {
  const [seen, setSeen] = useState<{ draft: Draft; document: PromptDocument }>();
  useEffect(() => {
    if (!draft) return;
    const { sync, editing } = draft;
    let isHere = false;
    const look = () => {
      isHere ||= sync.state().phase === 'ready';
      if (isHere) startTransition(() => setSeen({ draft, document: editing.document() }));
    };
    look();
    const stopEditing = editing.subscribe(look);
    // An empty draft comes without an edit.
    const stopSync = sync.subscribe(() => {
      if (!isHere) look();
    });
    return () => {
      stopEditing();
      stopSync();
    };
  }, [draft]);
  return seen && seen.draft === draft ? seen.document : undefined;
}
