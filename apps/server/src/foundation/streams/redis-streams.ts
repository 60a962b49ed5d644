import type { Redis } from 'ioredis';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { guardRedis } from '../redis/guard-redis.ts';
import { createFollowers } from './followers.ts';
import { createSharedTail, type SharedTail } from './shared-tail.ts';
import { StreamError } from './stream-error.ts';
import {
  type StreamEvent,
  type StreamOptions,
  type StreamPage,
  type Streams,
  streamDefaults,
} from './streams.ts';
import { tailPages } from './tail-pages.ts';

/** KEYS events, facts; ARGV keep, openMs, channel, stream id, then the events. The id N is kept as `N-0`. */
const appendScript = `
if redis.call('HGET', KEYS[2], 'closed') then return -1 end
local count = #ARGV - 4
local last = redis.call('HINCRBY', KEYS[2], 'last', count)
for i = 1, count do
  redis.call('XADD', KEYS[1], 'MAXLEN', '=', ARGV[1], string.format('%.0f-0', last - count + i), 'd', ARGV[i + 4])
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return last`;

/** KEYS events, facts; ARGV closedMs, channel, stream id. */
const closeScript = `
if redis.call('HGET', KEYS[2], 'closed') then return 0 end
redis.call('HINCRBY', KEYS[2], 'last', 0)
redis.call('HSET', KEYS[2], 'closed', 1)
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1`;

/** KEYS events, facts; ARGV the id before the first, limit. */
const readScript = `
local last = redis.call('HGET', KEYS[2], 'last')
if not last then return { -1, 0, {} } end
local closed = redis.call('HGET', KEYS[2], 'closed') and 1 or 0
return { tonumber(last), closed, redis.call('XRANGE', KEYS[1], '(' .. ARGV[1] .. '-0', '+', 'COUNT', ARGV[2]) }`;

type RawEntries = [id: string, fields: string[]][];

declare module 'ioredis' {
  interface Redis {
    pvAppend(events: string, facts: string, ...values: (string | number)[]): Promise<number>;
    pvClose(events: string, facts: string, ...values: (string | number)[]): Promise<number>;
    pvRead(
      events: string,
      facts: string,
      after: number,
      limit: number,
    ): Promise<[last: number, closed: number, entries: RawEntries]>;
  }
}

export type RedisStreamsOptions = Partial<StreamOptions> & {
  /** Opens a connection; the streams take two, since a subscribed one can do nothing else. */
  connect: () => Promise<Redis>;
  clock: Clock;
  log: Log;
  prefix?: string;
};

const eventsInBatch = 1_000;
/** Finds streams that expired, and what a lost wake-up left unread. */
const lookAgainMs = 15_000;

/** Streams that can be followed in other processes than the one that writes them. */
export async function createRedisStreams({
  connect,
  clock,
  log,
  prefix = 'promptvault:stream:',
  ...given
}: RedisStreamsOptions): Promise<Streams> {
  const options = { ...streamDefaults, ...given };
  const [redis, receiver] = await Promise.all([connect(), connect()]);
  redis.defineCommand('pvAppend', { numberOfKeys: 2, lua: appendScript });
  redis.defineCommand('pvClose', { numberOfKeys: 2, lua: closeScript });
  redis.defineCommand('pvRead', { numberOfKeys: 2, lua: readScript });
  const channel = `${prefix}wake`;
  // The braces keep both keys of a stream on one node of a cluster.
  const keys = (streamId: string) => [`${prefix}{${streamId}}`, `${prefix}{${streamId}}:facts`] as const;
  const followers = createFollowers();
  const tails = new Map<string, SharedTail>();
  const shutDown = new AbortController();

  const read = async (streamId: string, after: number, limit: number): Promise<StreamPage> => {
    const [last, closed, entries] = await guardRedis(redis.pvRead(...keys(streamId), after, limit));
    if (last < 0) return { events: [], gap: undefined, state: 'absent', last: 0 };
    const events = entries.map(toEvent);
    const first = events[0]?.id ?? after + 1;
    const gap = first > after + 1 ? { from: after + 1, to: first - 1 } : undefined;
    return { events, gap, last, state: closed === 1 ? 'closed' : 'open' };
  };

  const sharedTail = (streamId: string) => {
    const known = tails.get(streamId);
    if (known) return known;
    const made = createSharedTail({
      read: (after) => read(streamId, after, eventsInBatch),
      changed: () => followers.ring(streamId),
      log,
    });
    tails.set(streamId, made);
    return made;
  };

  async function* tail(streamId: string, after: number, signal: AbortSignal) {
    const follower = followers.follow(streamId, signal);
    const shared = sharedTail(streamId);
    const ended = () => signal.aborted || shutDown.signal.aborted;
    try {
      await shared.refresh();
      yield* tailPages({
        after,
        read: (cursor) => shared.page(cursor) ?? read(streamId, cursor, eventsInBatch),
        follower,
        ended,
      });
    } finally {
      follower.leave();
      if (followers.count(streamId) === 0) tails.delete(streamId);
    }
  }

  const refreshAll = () => {
    for (const shared of tails.values()) void shared.refresh();
  };
  receiver.on('message', (_channel: string, streamId: string) => void tails.get(streamId)?.refresh());
  await receiver.subscribe(channel);
  receiver.on('ready', () => {
    receiver.subscribe(channel).then(refreshAll, (error: unknown) => {
      if (!shutDown.signal.aborted) log.warn('streams could not be followed again yet', { error });
    });
  });
  const lookAgain = async () => {
    for (;;) {
      await clock.sleep(lookAgainMs, shutDown.signal);
      refreshAll();
    }
  };
  lookAgain().catch((error: unknown) => {
    if (!shutDown.signal.aborted) throw error;
  });

  return {
    async append(streamId, events) {
      if (events.length === 0) return [];
      const texts = events.map((data) => JSON.stringify(data ?? null));
      const last = await guardRedis(
        redis.pvAppend(...keys(streamId), options.keep, options.openMs, channel, streamId, ...texts),
      );
      if (last < 0) throw StreamError.closed();
      return events.map((_, index) => last - events.length + 1 + index);
    },
    read,
    tail,
    async close(streamId) {
      await guardRedis(redis.pvClose(...keys(streamId), options.closedMs, channel, streamId));
    },
    async shutDown() {
      shutDown.abort();
      followers.ringAll();
      redis.disconnect();
      receiver.disconnect();
    },
  };
}

function toEvent([id, fields]: RawEntries[number]): StreamEvent {
  return { id: Number.parseInt(id, 10), data: JSON.parse(fields[1] ?? 'null') };
}
