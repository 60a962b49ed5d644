import { useSyncExternalStore } from 'react';
import { startContextWorker } from '../workers/context-client.ts';
import { browserFolderMemory } from './folder-memory.ts';
import { createFolderStore, type FolderState, type FolderStore } from './folder-store.ts';

let store: FolderStore | undefined;

/** The tab's folder, made with its worker when a page first needs it. */
export function folderStore(): FolderStore {
  store ??= createFolderStore({
    client: startContextWorker(),
    memory: browserFolderMemory(),
    // Only handles are remembered, and handles exist only where randomUUID does: in a secure context.
    makeId: () => crypto.randomUUID(),
    now: () => new Date(),
  });
  return store;
}

export function useFolder(): FolderState {
  const { subscribe, state } = folderStore();
  return useSyncExternalStore(subscribe, state);
}
