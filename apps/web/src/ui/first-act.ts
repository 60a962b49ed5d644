/** What a person does before they can miss anything below what they see. */
const acts = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;

let hasActed = false;
const waiting = new Set<() => void>();

function onAct(): void {
  hasActed = true;
  for (const act of acts) removeEventListener(act, onAct, true);
  for (const listener of [...waiting]) listener();
  waiting.clear();
}

if (typeof window !== 'undefined')
  for (const act of acts) addEventListener(act, onAct, { capture: true, passive: true });

/** Calls once the person has done anything at all on this page, at once when they have. @returns how to forget it */
export function afterFirstAct(listener: () => void): () => void {
  if (hasActed) listener();
  else waiting.add(listener);
  return () => waiting.delete(listener);
}
