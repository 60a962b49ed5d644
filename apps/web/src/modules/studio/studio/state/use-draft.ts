import type { PromptDocument } from '@promptvault/document';
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { draftTransport } from '../api/draft-transport.ts';
import { createDraftEditing, type DraftEditing } from './draft-editing.ts';
import { createDraftSync, type DraftState, type DraftSync } from './draft-sync.ts';
import { elementId } from './element-id.ts';
import { keptUpdates } from './kept-updates.ts';

type DraftPlace = { organizationId: string; promptId: string; branch: string };

export type Draft = { sync: DraftSync; editing: DraftEditing };

/** The draft of a branch while the page is shown; undefined for who may only read. */
export function useDraft(
  { organizationId, promptId, branch }: DraftPlace,
  mayWrite: boolean,
): Draft | undefined {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    if (!mayWrite) return;
    const kept = keptUpdates(() => localStorage, `${organizationId}.${promptId}.${branch}`, elementId());
    const sync = createDraftSync({ transport: draftTransport(promptId, branch), kept });
    const editing = createDraftEditing(sync.ydoc);
    setDraft({ sync, editing });
    void sync.start();
    const stopWatching = watchTab(sync);
    return () => {
      stopWatching();
      editing.close();
      // What is not taken now stays in this browser until the draft is opened again.
      void sync.settle().then(sync.close, sync.close);
    };
  }, [organizationId, promptId, branch, mayWrite]);
  return draft;
}

/** Looks at what others wrote whenever someone comes back to the tab, and sends what waits. */
function watchTab(sync: DraftSync): () => void {
  const send = () => void sync.settle().catch(() => undefined); // The state of the draft says why.
  const look = () => {
    if (document.hidden) return send();
    void sync.pull();
    if (sync.state().saving === 'kept') send();
  };
  const leave = (event: BeforeUnloadEvent) => {
    const { isFragile, saving } = sync.state();
    if (isFragile && saving !== 'saved') event.preventDefault();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  window.addEventListener('online', send);
  window.addEventListener('beforeunload', leave);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('focus', look);
    window.removeEventListener('online', send);
    window.removeEventListener('beforeunload', leave);
  };
}

const silent = () => () => {};

export const useDraftState = (draft: Draft | undefined): DraftState | undefined =>
  useSyncExternalStore(draft?.sync.subscribe ?? silent, () => draft?.sync.state());

/** Drawn within the key press: later, the editor would be given a text that is a key older than its own. */
export const useDraftDocument = (draft: Draft | undefined) =>
  useSyncExternalStore(draft?.editing.subscribe ?? silent, () => draft?.editing.document());

/** Follows when there is time between the keys; for all that is made from the text. */
export function useCalmDocument(draft: Draft | undefined): PromptDocument | undefined {
  const [seen, setSeen] = useState<{ draft: Draft; document: PromptDocument }>();
  useEffect(() => {
    if (!draft) return;
    const look = () => startTransition(() => setSeen({ draft, document: draft.editing.document() }));
    look();
    return draft.editing.subscribe(look);
  }, [draft]);
  return seen && seen.draft === draft ? seen.document : undefined;
}
