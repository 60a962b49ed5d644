/** For topics of the live connection that say no more than that something changed: whoever hears it reads it again. */
import type { Ports } from '../context/ctx.ts';

export interface Change {
  id: string;
  data: { type: 'changed' };
}

/** Many changes in a short time are told as one. */
const usualRestMs = 250;

/** Turns messages of the bus into one event "changed" after the other; a gap of the bus is one too. */
export async function* followChanges(
  ports: Ports,
  topic: string,
  isMine: (ids: readonly string[]) => boolean,
  signal: AbortSignal,
  restMs = usualRestMs,
): AsyncGenerator<Change> {
  let changed = false;
  let wake = () => {};
  const hear = () => {
    changed = true;
    wake();
  };
  const stops = [
    ports.bus.subscribe(topic, (ids) => {
      if (isMine(ids)) hear();
    }),
    ports.bus.onGap(hear),
  ];
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (let told = 1; !signal.aborted; told++) {
      if (!changed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (signal.aborted) return;
      changed = false;
      yield { id: String(told), data: { type: 'changed' } };
      await ports.clock.sleep(restMs, signal).catch(() => undefined);
    }
  } finally {
    for (const stop of stops) stop();
  }
}
