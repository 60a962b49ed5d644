import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { type FakeClock, fakeClock } from '@promptvault/testing/fake-clock';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../log/log.ts';
import { connectRedis } from '../redis/connect-redis.ts';
import { Secret } from '../secrets/secret.ts';
import type { Lease, Limits } from './limits.ts';
import { createMemoryLimits } from './memory-limits.ts';
import { createRedisLimits } from './redis-limits.ts';
import { createSqlLimits, limitsSchemaSql } from './sql-limits.ts';

const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;

type Adapter = { name: string; open(): Promise<(clock?: FakeClock) => Limits>; close(): Promise<void> };

const adapters: Adapter[] = [memoryAdapter(), embeddedAdapter()];
if (TEST_REDIS_URL) adapters.push(redisAdapter(TEST_REDIS_URL));
else it.skip('limits on Redis: set TEST_REDIS_URL');
if (TEST_DATABASE_URL) adapters.push(postgresAdapter(TEST_DATABASE_URL));
else it.skip('limits on PostgreSQL: set TEST_DATABASE_URL');

describe.each(adapters)('limits in $name', (adapter) => {
  let make: (clock?: FakeClock) => Limits;
  beforeAll(async () => {
    make = await adapter.open();
  });
  afterAll(() => adapter.close());

  it('decide as the memory adapter does, on any trace', async () => {
    const step = fc.record({
      wait: fc.nat(600),
      cost: fc.nat(3),
      key: fc.constantFrom('a', 'b'),
      reset: fc.nat(40).map((n) => n === 0),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(7, 100, 1_000),
        async (steps, limit, windowMs) => {
          const clock = fakeClock();
          const [ours, model, run] = [make(clock), createMemoryLimits({ clock }), randomUUID()];
          for (const { wait, cost, key, reset } of steps) {
            clock.set(new Date(clock.now().getTime() + wait));
            const request = { key: `${run}:${key}`, limit, windowMs, cost };
            if (reset) await Promise.all([ours.reset(request.key), model.reset(request.key)]);
            expect(await ours.take(request)).toEqual(await model.take(request));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('take from several or from none, on any trace', async () => {
    const step = fc.record({
      wait: fc.nat(600),
      costs: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2)),
      together: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 8 }), fc.constant(20)),
        fc.constantFrom(100, 1_000),
        async (steps, limit, windowMs) => {
          const clock = fakeClock();
          const [ours, model, run] = [make(clock), createMemoryLimits({ clock }), randomUUID()];
          // Another order than that of the names, in which one store locks them.
          const names = ['b', 'a', 'c'];
          const used = (key: string) => model.take({ key, limit: 1_000, windowMs, cost: 0 });
          for (const { wait, costs, together } of steps) {
            clock.set(new Date(clock.now().getTime() + wait));
            const requests = names
              .map((name, i) => ({
                key: `${run}:${name}`,
                limit: limit[i] ?? 0,
                windowMs,
                cost: costs[i] ?? 0,
              }))
              .slice(0, together ? 3 : 1);
            const before = await Promise.all(requests.map(({ key }) => used(key)));
            const [mine, theirs] = [await ours.takeAll(requests), await model.takeAll(requests)];
            expect(mine).toEqual(theirs);
            expect(mine.allowed).toBe(mine.decisions.every(({ allowed }) => allowed));
            const after = await Promise.all(requests.map(({ key }) => used(key)));
            const took = requests.map((_, i) => (before[i]?.remaining ?? 0) - (after[i]?.remaining ?? 0));
            expect(took).toEqual(requests.map(({ cost }) => (mine.allowed ? cost : 0)));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('let exactly the limit through where many take from the same ones at once', async () => {
    const limits = make();
    const [one, other] = [randomUUID(), randomUUID()];
    const windowMs = 60_000;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const requests = [
          { key: one, limit: 7, windowMs },
          { key: other, limit: 12, windowMs },
        ];
        return limits.takeAll(i % 2 === 0 ? requests : requests.reverse());
      }),
    );
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(7);
    expect((await limits.take({ key: other, limit: 12, windowMs, cost: 0 })).remaining).toBe(5);
    await expect(
      limits.takeAll([
        { key: one, limit: 1, windowMs },
        { key: one, limit: 2, windowMs },
      ]),
    ).rejects.toThrow(RangeError);
  });

  it('let exactly the limit through when when many ask at once', async () => {
    const limits = make();
    const key = randomUUID();
    const decisions = await Promise.all(
      Array.from({ length: 50 }, () => limits.take({ key, limit: 10, windowMs: 60_000 })),
    );
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(10);
    const refused = decisions.find(({ allowed }) => !allowed);
    expect(refused?.remaining).toBe(0);
    expect(refused?.retryAfterMs).toBeGreaterThan(50_000);
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(66_000);
  });

  it('hold at most as many places as there are, and give back those of the dead', async () => {
    const clock = fakeClock();
    const limits = make(clock);
    const key = randomUUID();
    const acquire = async () => (await limits.acquire([[{ key, limit: 2 }]], 1_000))[0];
    const taken = await Promise.all(Array.from({ length: 5 }, acquire));
    const held = taken.filter((lease) => lease !== undefined);
    expect(held).toHaveLength(2);
    await limits.release(held[0] as Lease);
    const third = await acquire();
    expect(third).toBeDefined();
    await clock.advance(600);
    expect(await limits.renew(third as Lease, 1_000)).toBe(true);
    await clock.advance(600);
    expect(await limits.renew(held[1] as Lease, 1_000)).toBe(false);
    expect(await acquire()).toBeDefined();
    expect(await acquire()).toBeUndefined();
  });

  it('hold a place of every key or of none, for each who asks, in their order', async () => {
    const limits = make();
    const [mine, yours, ours] = [randomUUID(), randomUUID(), randomUUID()];
    const both = [
      { key: mine, limit: 1 },
      { key: ours, limit: 2 },
    ];
    const other = [
      { key: ours, limit: 2 },
      { key: yours, limit: 5 },
    ];
    const [first, second, third, fourth, none] = await limits.acquire([both, both, other, other, []], 60_000);
    expect([first, second, third, fourth].map((lease) => lease !== undefined)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    // Needs nothing, so it has it.
    expect(none).toMatchObject({ keys: [] });
    await limits.release(first as Lease);
    expect(await limits.renew(first as Lease, 1_000)).toBe(false);
    expect(await limits.renew(third as Lease, 60_000)).toBe(true);
    // What was refused holds nothing of what it would have got.
    expect((await limits.acquire([both], 60_000))[0]).toBeDefined();
    const once = await Promise.all(Array.from({ length: 8 }, () => limits.acquire([other, both], 60_000)));
    expect(once.flat().filter((lease) => lease !== undefined)).toEqual([]);
  });

  it('refuse a request that can only be a mistake', async () => {
    const limits = make();
    await expect(limits.take({ key: 'k', limit: 1.5, windowMs: 10 })).rejects.toThrow(RangeError);
    await expect(limits.take({ key: 'k', limit: 1, windowMs: 0 })).rejects.toThrow(RangeError);
    await expect(limits.take({ key: '', limit: 1, windowMs: 10 })).rejects.toThrow(RangeError);
    await expect(limits.acquire([[{ key: 'k', limit: -1 }]], 10)).rejects.toThrow(RangeError);
  });
});

describe('limits in memory', () => {
  it('remember a bounded number of keys and forget what expired', async () => {
    const clock = fakeClock();
    const limits = createMemoryLimits({ clock, mostKeys: 1_000 });
    for (let i = 0; i < 5_000; i++) await limits.take({ key: `address:${i}`, limit: 1, windowMs: 1_000 });
    expect(limits.size()).toBeLessThanOrEqual(1_001);
    await clock.advance(2_000);
    for (let i = 0; i < 600; i++) await limits.take({ key: `later:${i}`, limit: 1, windowMs: 1_000 });
    expect(limits.size()).toBeLessThanOrEqual(601);
  });
});

if (TEST_REDIS_URL)
  it('limits on a Redis that is gone say so', async () => {
    const redis = await connectRedis({ url: new Secret(TEST_REDIS_URL), log: silentLog });
    redis.disconnect();
    const limits = createRedisLimits({ redis });
    const take = limits.take({ key: 'k', limit: 1, windowMs: 10 });
    await expect(take).rejects.toMatchObject({ code: 'server.unavailable', status: 503 });
  });

function memoryAdapter(): Adapter {
  return {
    name: 'memory',
    open: async () => (clock) => createMemoryLimits({ clock: clock ?? fakeClock() }),
    close: async () => {},
  };
}

function embeddedAdapter(): Adapter {
  let database: PGlite;
  return {
    name: 'the embedded database',
    async open() {
      database = new PGlite();
      await database.exec(limitsSchemaSql);
      await database.exec(limitsSchemaSql);
      return (clock) => createSqlLimits({ query: (text, values) => database.query(text, values), clock });
    },
    close: () => database.close(),
  };
}

function postgresAdapter(url: string): Adapter {
  const schema = `limits_${randomUUID().replaceAll('-', '')}`;
  const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=${schema}` });
  return {
    name: 'PostgreSQL',
    async open() {
      await pool.query(`create schema ${schema}; ${limitsSchemaSql}`);
      return (clock) => createSqlLimits({ query: (text, values) => pool.query(text, values), clock });
    },
    async close() {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
  };
}

function redisAdapter(url: string): Adapter {
  let redis: Redis;
  const prefix = `test:${randomUUID()}:`;
  return {
    name: 'Redis',
    async open() {
      redis = await connectRedis({ url: new Secret(url), log: silentLog });
      return (clock) => createRedisLimits({ redis, clock, prefix });
    },
    close: async () => {
      const keys = await redis.keys(`${prefix}*`);
      if (keys.length > 0) await redis.del(...keys);
      redis.disconnect();
    },
  };
}
