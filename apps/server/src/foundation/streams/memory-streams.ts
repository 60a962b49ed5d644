import type { Clock } from '../clock/clock.ts';
import { createEventRing, type EventRing } from './event-ring.ts';
import { createFollowers } from './followers.ts';
import { StreamError } from './stream-error.ts';
import { type StreamOptions, type StreamPage, type Streams, streamDefaults } from './streams.ts';
import { tailPages } from './tail-pages.ts';

type Stream = { ring: EventRing; closed: boolean; expiresAt: number };

const eventsInBatch = 1_000;

export interface MemoryStreamOptions extends Partial<StreamOptions> {
  clock: Clock;
  /** How many closed streams can still be read, however lately they were closed: a suite closes dozens a second. */
  keepClosed?: number;
}

/** Streams of a single process. */
export function createMemoryStreams({
  clock,
  keepClosed = 1_000,
  ...given
}: MemoryStreamOptions): Streams & { size(): number } {
  const options = { ...streamDefaults, ...given };
  const streams = new Map<string, Stream>();
  /** In the order in which they were closed. */
  const closed = new Set<string>();
  const followers = createFollowers();
  const shutDown = new AbortController();

  const find = (streamId: string): Stream | undefined => {
    const stream = streams.get(streamId);
    return stream && stream.expiresAt > clock.monotonic() ? stream : undefined;
  };

  const findOrMake = (streamId: string): Stream => {
    const known = find(streamId);
    if (known) return known;
    const made = { ring: createEventRing(options.keep), closed: false, expiresAt: 0 };
    streams.set(streamId, made);
    closed.delete(streamId);
    return made;
  };

  const read = (streamId: string, after: number, limit: number): StreamPage => {
    const stream = find(streamId);
    if (!stream) return { events: [], gap: undefined, state: 'absent', last: 0 };
    const page = stream.ring.after(after, limit);
    const last = stream.ring.last();
    return { ...page, last, state: stream.closed ? 'closed' : 'open' };
  };

  const forget = (streamId: string) => {
    streams.delete(streamId);
    closed.delete(streamId);
    followers.ring(streamId);
  };

  const forgetExpired = async () => {
    const pause = Math.max(10, Math.min(options.openMs, options.closedMs, 60_000) / 2);
    for (;;) {
      await clock.sleep(pause, shutDown.signal);
      for (const [streamId, { expiresAt }] of streams) if (expiresAt <= clock.monotonic()) forget(streamId);
    }
  };
  forgetExpired().catch((error: unknown) => {
    if (!shutDown.signal.aborted) throw error;
  });

  return {
    async append(streamId, events) {
      const stream = findOrMake(streamId);
      if (stream.closed) throw StreamError.closed();
      const start = stream.ring.last() + 1;
      const numbered = events.map((data, index) => ({ id: start + index, data }));
      stream.ring.push(numbered);
      stream.expiresAt = clock.monotonic() + options.openMs;
      followers.ring(streamId);
      return numbered.map(({ id }) => id);
    },
    async read(streamId, after, limit) {
      return read(streamId, after, limit);
    },
    async *tail(streamId, after, signal) {
      yield* tailPages({
        after,
        read: (cursor) => read(streamId, cursor, eventsInBatch),
        follower: followers.follow(streamId, signal),
        ended: () => signal.aborted || shutDown.signal.aborted,
      });
    },
    async close(streamId) {
      const stream = findOrMake(streamId);
      if (stream.closed) return;
      stream.closed = true;
      stream.expiresAt = clock.monotonic() + options.closedMs;
      followers.ring(streamId);
      closed.add(streamId);
      const [oldest] = closed;
      if (closed.size > keepClosed && oldest !== undefined) forget(oldest);
    },
    async shutDown() {
      shutDown.abort();
      followers.ringAll();
      streams.clear();
      closed.clear();
    },
    size: () => streams.size,
  };
}
