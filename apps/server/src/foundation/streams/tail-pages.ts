import type { Follower } from './followers.ts';
import type { StreamBatch, StreamPage } from './streams.ts';

type TailFacts = {
  after: number;
  read: (after: number) => StreamPage | Promise<StreamPage>;
  follower: Follower;
  /** Whether the reader has left or the server shuts down. */
  ended: () => boolean;
};

/** A tail as repeated reading: what is there, then wait, until the stream is closed or has expired. */
export async function* tailPages({ after, read, follower, ended }: TailFacts): AsyncGenerator<StreamBatch> {
  let cursor = after;
  let seen = false;
  try {
    while (!ended()) {
      const { events, gap, state, last } = await read(cursor);
      if (ended()) return;
      seen ||= state !== 'absent';
      // Whoever was further than the stream is (it was made anew) goes on at its end.
      cursor = events.at(-1)?.id ?? gap?.to ?? Math.min(cursor, seen ? last : cursor);
      if (events.length > 0 || gap) yield { events, gap };
      else if (state === 'closed' || (state === 'absent' && seen)) return;
      else await follower.wait();
    }
  } finally {
    follower.leave();
  }
}
