/** Which of the frame's layers is open; outside React, so that any module may open them. */

export type FrameLayer = 'palette' | 'shortcuts' | undefined;

let open: FrameLayer;
const listeners = new Set<() => void>();

export const openLayer = () => open;

export function showLayer(layer: FrameLayer): void {
  open = layer;
  for (const listener of listeners) listener();
}

export function onLayer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
