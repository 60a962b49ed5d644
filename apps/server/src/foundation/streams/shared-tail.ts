import type { Log } from '../log/log.ts';
import { createEventRing, type EventRing } from './event-ring.ts';
import type { StreamPage } from './streams.ts';

/** The newest part of a distant stream, fetched once for all who follow it in this process. */
export type SharedTail = {
  /** Fetches what is new. Calls during a fetch become one more fetch. */
  refresh(): Promise<void>;
  /** What follows `after`, or undefined if it must be asked from afar. */
  page(after: number): StreamPage | undefined;
};

type SharedTailOptions = {
  read: (after: number) => Promise<StreamPage>;
  changed: () => void;
  log: Log;
  keep?: number;
};

const eventsInPage = 1_000;

export function createSharedTail({ read, changed, log, keep = 2_000 }: SharedTailOptions): SharedTail {
  let ring: EventRing | undefined;
  let state: StreamPage['state'] = 'absent';
  let last = 0;
  let fetching: Promise<void> | undefined;
  let again = false;

  const take = async () => {
    const page = await read(ring?.last() ?? 0);
    state = page.state;
    last = page.last;
    // Made anew since the last look, or further on than one page: start over from what is there.
    if (!ring || page.gap || page.last < ring.last())
      ring = createEventRing(keep, (page.events[0]?.id ?? page.last + 1) - 1);
    ring.push(page.events);
    changed();
    return page.events.length > 0 && ring.last() < page.last;
  };

  const fetchAll = async () => {
    try {
      do again = false;
      while ((await take()) || again);
    } catch (error) {
      log.warn('a stream could not be read; it is tried again', { error });
    } finally {
      fetching = undefined;
    }
  };

  return {
    refresh() {
      again = true;
      fetching ??= fetchAll();
      return fetching;
    },
    page(after) {
      if (!ring || after + 1 < ring.first() || after > ring.last()) return undefined;
      // Closed only counts once everything before the end has been fetched.
      const complete = ring.last() >= last;
      return { ...ring.after(after, eventsInPage), state: complete ? state : 'open', last: ring.last() };
    },
  };
}
