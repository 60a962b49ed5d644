/** Words somebody wants to talk about: selected in the editor, written about in the drawer. */
import { useSyncExternalStore } from 'react';
import type { NewAnchor } from '../api/threads.ts';

/** `anchor` absent: about the whole thing. */
export type PendingThread = {
  promptId: string;
  anchor?: Exclude<NewAnchor, { on: 'whole_version' }> | undefined;
};

let pending: PendingThread | undefined;
const listeners = new Set<() => void>();

const change = (next: PendingThread | undefined) => {
  pending = next;
  for (const listener of listeners) listener();
};

export const beginThread = (next: PendingThread) => change(next);
export const dropThread = () => change(undefined);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is about to be said about this prompt. */
export function usePendingThread(promptId: string): PendingThread | undefined {
  const current = useSyncExternalStore(subscribe, () => pending);
  return current?.promptId === promptId ? current : undefined;
}
