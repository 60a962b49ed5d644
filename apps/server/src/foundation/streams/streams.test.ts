import { randomUUID } from 'node:crypto';
import { type FakeClock, fakeClock } from '@promptvault/testing/fake-clock';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import { silentLog } from '../log/log.ts';
import { connectRedis } from '../redis/connect-redis.ts';
import { Secret } from '../secrets/secret.ts';
import { createMemoryStreams } from './memory-streams.ts';
import { createRedisStreams } from './redis-streams.ts';
import type { StreamBatch, StreamOptions, Streams } from './streams.ts';

const { TEST_REDIS_URL } = process.env;

type Adapter = { name: string; open(options?: Partial<StreamOptions>): Promise<Streams> };

const memory: Adapter = {
  name: 'memory',
  open: async (options) => createMemoryStreams({ clock: systemClock, ...options }),
};
const adapters = [memory];
if (TEST_REDIS_URL) {
  const connect = () => connectRedis({ url: new Secret(TEST_REDIS_URL), log: silentLog });
  const prefix = `test:${randomUUID()}:`;
  adapters.push({
    name: 'Redis',
    open: (options) =>
      createRedisStreams({ connect, clock: systemClock, log: silentLog, prefix, ...options }),
  });
} else it.skip('streams on Redis: set TEST_REDIS_URL');

const open: Streams[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((streams) => streams.shutDown()));
});

async function openStreams(adapter: Adapter, options?: Partial<StreamOptions>): Promise<Streams> {
  const streams = await adapter.open({ closedMs: 5_000, openMs: 5_000, ...options });
  open.push(streams);
  return streams;
}

async function collect(tail: AsyncIterable<StreamBatch>): Promise<StreamBatch[]> {
  const batches: StreamBatch[] = [];
  for await (const batch of tail) batches.push(batch);
  return batches;
}

const idsOf = (batches: StreamBatch[]) => batches.flatMap(({ events }) => events.map(({ id }) => id));
const never = new AbortController().signal;

describe.each(adapters)('streams in $name', (adapter) => {
  it('number what is appended and give it back from any place', async () => {
    const streams = await openStreams(adapter);
    const run = randomUUID();
    expect(await streams.append(run, [{ text: 'a' }, { text: 'b' }])).toEqual([1, 2]);
    expect(await streams.append(run, ['c\u0000', null, 5])).toEqual([3, 4, 5]);
    expect(await streams.read(run, 1, 2)).toEqual({
      events: [
        { id: 2, data: { text: 'b' } },
        { id: 3, data: 'c\u0000' },
      ],
      gap: undefined,
      state: 'open',
      last: 5,
    });
    await streams.close(run);
    expect(await streams.read(run, 5, 10)).toMatchObject({ events: [], state: 'closed', last: 5 });
    await expect(streams.append(run, ['late'])).rejects.toMatchObject({ code: 'stream.closed' });
    expect(await streams.read(randomUUID(), 0, 10)).toMatchObject({ state: 'absent', last: 0 });
  });

  it('bring everything once and in order to every reader, wherever it starts', async () => {
    const streams = await openStreams(adapter);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
        async (sizes, starts) => {
          const run = randomUUID();
          const tails = starts.map((after) => collect(streams.tail(run, after, never)));
          for (const size of sizes) {
            await streams.append(
              run,
              Array.from({ length: size }, () => size),
            );
            if (size === 3) await new Promise((resolve) => setImmediate(resolve));
          }
          await streams.close(run);
          const all = Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, i) => i + 1);
          const late = await collect(streams.tail(run, 0, never));
          expect(idsOf(late)).toEqual(all);
          const read = await Promise.all(tails);
          for (const [index, after] of starts.entries()) {
            if (after === 0) expect(idsOf(read[index] ?? [])).toEqual(all);
            const ids = idsOf(read[index] ?? []);
            expect(ids).toEqual(all.slice(all.length - ids.length));
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('tell of the gap when the wanted events were dropped', async () => {
    const streams = await openStreams(adapter, { keep: 10 });
    const run = randomUUID();
    for (let i = 0; i < 5; i++) await streams.append(run, [1, 2, 3, 4, 5, 6, 7]);
    expect(await streams.read(run, 4, 3)).toMatchObject({
      gap: { from: 5, to: 25 },
      events: [{ id: 26 }, { id: 27 }, { id: 28 }],
    });
    await streams.close(run);
    const batches = await collect(streams.tail(run, 0, never));
    expect(batches[0]?.gap).toEqual({ from: 1, to: 25 });
    expect(idsOf(batches)).toEqual([26, 27, 28, 29, 30, 31, 32, 33, 34, 35]);
  });

  it('let a reader leave by its signal or by breaking off', async () => {
    const streams = await openStreams(adapter);
    const run = randomUUID();
    const stop = new AbortController();
    const tail = collect(streams.tail(run, 0, stop.signal));
    await streams.append(run, ['a']);
    await new Promise((resolve) => setTimeout(resolve, 30));
    stop.abort();
    expect(idsOf(await tail)).toEqual([1]);
    for await (const { events } of streams.tail(run, 0, never)) {
      expect(events).toHaveLength(1);
      break;
    }
  });

  it('let tails end when the stream expires or the server shuts down', async () => {
    const streams = await openStreams(adapter, { closedMs: 40, openMs: 5_000 });
    const run = randomUUID();
    await streams.append(run, ['a']);
    await streams.close(run);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await streams.read(run, 0, 10)).toMatchObject({ state: 'absent', events: [] });
    const waiting = collect(streams.tail(randomUUID(), 0, never));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await streams.shutDown();
    expect(await waiting).toEqual([]);
  });

  it('bring a long stream whole to a reader who comes after its end', async () => {
    const streams = await openStreams(adapter);
    const run = randomUUID();
    for (let i = 0; i < 5; i++)
      await streams.append(
        run,
        Array.from({ length: 1_000 }, () => 'word'),
      );
    await streams.close(run);
    const [all, rest] = await Promise.all([
      collect(streams.tail(run, 0, never)),
      collect(streams.tail(run, 4_999, never)),
    ]);
    expect(idsOf(all)).toHaveLength(5_000);
    expect(idsOf(rest)).toEqual([5_000]);
  });

  it('let a reader who was further than a stream made anew go on at its end', async () => {
    const streams = await openStreams(adapter);
    const run = randomUUID();
    await streams.append(run, ['a', 'b']);
    const tail = collect(streams.tail(run, 700, never));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await streams.append(run, ['c']);
    await streams.close(run);
    expect(idsOf(await tail)).toEqual([3]);
  });

  it('serve many readers of one stream at speed', async () => {
    const streams = await openStreams(adapter);
    const run = randomUUID();
    const tails = Array.from({ length: 100 }, () => collect(streams.tail(run, 0, never)));
    for (let i = 0; i < 200; i++) await streams.append(run, [{ type: 'text-delta', text: `word ${i}` }]);
    await streams.close(run);
    for (const batches of await Promise.all(tails)) expect(idsOf(batches)).toHaveLength(200);
  });
});

describe('streams in memory', () => {
  it('forget what expired and end its tails', async () => {
    const clock: FakeClock = fakeClock();
    const streams = createMemoryStreams({ clock, openMs: 1_000, closedMs: 100 });
    const tail = collect(streams.tail('run', 0, never));
    await streams.append('run', ['a']);
    await clock.advance(3_000);
    expect(idsOf(await tail)).toEqual([1]);
    expect(streams.size()).toBe(0);
    expect(await streams.append('run', ['anew'])).toEqual([1]);
    await streams.shutDown();
  });

  it('keep only those closed last, and end the tails of the others', async () => {
    const streams = createMemoryStreams({ clock: systemClock, keepClosed: 2 });
    const stateOf = async (id: string) => (await streams.read(id, 0, 1)).state;
    await streams.append('open', ['a']);
    const slow = streams.tail('first', 0, never)[Symbol.asyncIterator]();
    for (const id of ['first', 'second', 'third']) {
      await streams.append(id, ['a']);
      await streams.close(id);
      if (id === 'first') expect((await slow.next()).value).toMatchObject({ events: [{ id: 1 }] });
    }
    expect(await Promise.all(['first', 'second', 'third', 'open'].map(stateOf))).toEqual([
      'absent',
      'closed',
      'closed',
      'open',
    ]);
    expect((await slow.next()).done).toBe(true);
    // Made anew it counts as open, whatever became of it before.
    await streams.append('first', ['anew']);
    for (const id of ['fourth', 'fifth', 'sixth']) await streams.close(id);
    expect(await stateOf('first')).toBe('open');
    expect(streams.size()).toBe(4);
    await streams.shutDown();
  });

  it('keep a stream made anew after it had expired, however many are closed after it', async () => {
    const clock: FakeClock = fakeClock();
    const streams = createMemoryStreams({ clock, openMs: 90_000, closedMs: 100, keepClosed: 1 });
    // Expired, and not yet looked at again, which is every fifty milliseconds.
    await clock.advance(10);
    await streams.close('run');
    await clock.advance(110);
    await streams.append('run', ['anew']);
    for (const id of ['second', 'third']) await streams.close(id);
    expect(await streams.read('run', 0, 1)).toMatchObject({ state: 'open', last: 1 });
    await streams.shutDown();
  });

  it('hold no more than they keep for a reader who does not read', async () => {
    const streams = createMemoryStreams({ clock: systemClock, keep: 100 });
    const slow = streams.tail('run', 0, never)[Symbol.asyncIterator]();
    await streams.append('run', ['first']);
    expect((await slow.next()).value?.events).toHaveLength(1);
    for (let i = 0; i < 1_000; i++) await streams.append('run', [i]);
    expect((await slow.next()).value).toMatchObject({ gap: { from: 2, to: 901 } });
    await streams.shutDown();
  });
});

if (TEST_REDIS_URL)
  it('streams on Redis can be followed from another process', async () => {
    const adapter = adapters[1] ?? memory;
    const [writer, reader] = [await openStreams(adapter), await openStreams(adapter)];
    const run = randomUUID();
    const tail = collect(reader.tail(run, 0, never));
    await writer.append(run, ['a', 'b']);
    await writer.append(run, ['c']);
    await writer.close(run);
    expect(idsOf(await tail)).toEqual([1, 2, 3]);
  });
