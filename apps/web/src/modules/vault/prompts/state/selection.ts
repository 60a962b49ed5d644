/** Which prompts are marked in the list: outside React, so that they are still marked on return. */
import { useSyncExternalStore } from 'react';

let selected: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

const change = (next: ReadonlySet<string>) => {
  selected = next;
  for (const listener of listeners) listener();
};

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSelection = () => useSyncExternalStore(listen, () => selected);

export function toggleSelected(id: string): void {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  change(next);
}

export const clearSelection = () => change(new Set());

export const unselect = (ids: readonly string[]) =>
  change(new Set([...selected].filter((id) => !ids.includes(id))));
