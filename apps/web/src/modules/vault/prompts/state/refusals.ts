/** Why the last action on a prompt was refused: said in its row, until it is dismissed or tried again. */
import { useSyncExternalStore } from 'react';

let refusals: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

const change = (next: ReadonlyMap<string, string>) => {
  refusals = next;
  for (const listener of listeners) listener();
};

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRefusal = (id: string) => useSyncExternalStore(listen, () => refusals.get(id));

export const refuse = (id: string, reason: string) => change(new Map(refusals).set(id, reason));

export function forgetRefusal(id: string): void {
  if (!refusals.has(id)) return;
  const next = new Map(refusals);
  next.delete(id);
  change(next);
}
