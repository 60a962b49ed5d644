import type { StreamEvent, StreamGap } from './streams.ts';

/** The newest events of a stream in the order of their ids, without holes; older ones fall out. */
export type EventRing = {
  push(events: readonly StreamEvent[]): void;
  after(id: number, limit: number): { events: StreamEvent[]; gap: StreamGap | undefined };
  /** The oldest id kept, or the next one to come if none is. */
  first(): number;
  last(): number;
};

/** @param start the id before the first that will be pushed */
export function createEventRing(keep: number, start = 0): EventRing {
  // Dropped events stay at the front of the array until they are as many as the kept ones: one copy for many.
  let events: StreamEvent[] = [];
  let dropped = 0;
  let last = start;

  return {
    push(more) {
      for (const event of more) events.push(event);
      last = more.at(-1)?.id ?? last;
      dropped = Math.max(dropped, events.length - keep);
      if (dropped <= keep) return;
      events = events.slice(dropped);
      dropped = 0;
    },
    after(id, limit) {
      const first = last - (events.length - dropped) + 1;
      const from = Math.max(id + 1, first);
      const at = dropped + (from - first);
      return {
        events: events.slice(at, at + limit),
        gap: id + 1 < first ? { from: id + 1, to: first - 1 } : undefined,
      };
    },
    first: () => last - (events.length - dropped) + 1,
    last: () => last,
  };
}
