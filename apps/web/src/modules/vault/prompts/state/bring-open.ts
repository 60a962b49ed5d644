/** Whether the dialog that takes in a prompt is open: the palette opens it too, before its page is there. */
import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useBringOpen = () => useSyncExternalStore(listen, () => open);

export function setBringOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}
