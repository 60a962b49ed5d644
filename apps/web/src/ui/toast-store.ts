/** Short notices at the edge of the window: a list outside React, so that anything may say something. */

export type ToastTone = 'plain' | 'ok' | 'bad';

export type ToastText = {
  text: string;
  tone?: ToastTone;
  /** Adds an Undo; the toast then stays for ten seconds. */
  onUndo?: () => void;
  action?: { label: string; onAct: () => void };
  /** Milliseconds; `Infinity` until it is dismissed. */
  stay?: number;
};

export type Toast = ToastText & { id: number; stay: number };

const undoTime = 10_000;
const readTime = 5_000;
const most = 4;

let toasts: readonly Toast[] = [];
let made = 0;
const listeners = new Set<() => void>();

const change = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Shows a toast and returns how to take it back. */
export function toast(text: ToastText): () => void {
  made += 1;
  const id = made;
  const stay = text.stay ?? (text.onUndo ? undoTime : text.tone === 'bad' ? readTime * 2 : readTime);
  change([...toasts.slice(1 - most), { ...text, id, stay }]);
  return () => dismissToast(id);
}

export const dismissToast = (id: number) => change(toasts.filter((each) => each.id !== id));

export const currentToasts = () => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
