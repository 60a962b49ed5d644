import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { type FakeClock, fakeClock } from '@promptvault/testing/fake-clock';
import { createMemoryHealth, type HealthStore } from '@promptvault/wire/health-store';
import { createHealthBook, type HealthBook } from '@promptvault/wire/key-health';
import type { ModelError } from '@promptvault/wire/model-event';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { connectRedis } from '../redis/connect-redis.ts';
import { Secret } from '../secrets/secret.ts';
import { createRedisHealth } from './redis-health.ts';
import { createSqlHealth, healthSchemaSql } from './sql-health.ts';

const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;

type Adapter = { name: string; open(): Promise<HealthStore>; close(): Promise<void> };

const adapters: Adapter[] = [memoryAdapter(), embeddedAdapter()];
if (TEST_REDIS_URL) adapters.push(redisAdapter(TEST_REDIS_URL));
else it.skip('the health of keys on Redis: set TEST_REDIS_URL');
if (TEST_DATABASE_URL) adapters.push(postgresAdapter(TEST_DATABASE_URL));
else it.skip('the health of keys on PostgreSQL: set TEST_DATABASE_URL');

const overloaded: ModelError = { code: 'model.overloaded', message: 'It is full.', retryable: true };

/** Processes that tell each other what they wrote. */
function processes(store: HealthStore, clock: FakeClock, count: number): HealthBook[] {
  const books: HealthBook[] = [];
  const tell = async (key: string) => {
    for (const book of books) book.hear([key]);
  };
  while (books.length < count) books.push(createHealthBook({ clock, store, tell }));
  return books;
}

describe.each(adapters)('the health of keys in $name', (adapter) => {
  let store: HealthStore;
  beforeAll(async () => {
    store = await adapter.open();
  });
  afterAll(() => adapter.close());

  it('leads three processes to what one alone would decide, on any trace', async () => {
    const step = fc.record({
      wait: fc.constantFrom(0, 0, 0, 900, 15_000, 61_000, 300_000),
      by: fc.nat(2),
      what: fc.constantFrom('ask', 'ask', 'fail', 'fail', 'fail', 'succeed', 'leave', 'refused', 'forget'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const clock = fakeClock();
        const books = processes(store, clock, 3);
        const [alone] = processes(createMemoryHealth(), clock, 1) as [HealthBook];
        const key = randomUUID();
        for (const { wait, by, what } of steps) {
          clock.set(new Date(clock.now().getTime() + wait));
          const act = async (book: HealthBook) => {
            if (what === 'ask') return book.refusal(key);
            if (what === 'fail') return book.failed(key, overloaded);
            if (what === 'refused') return book.failed(key, { ...overloaded, code: 'model.refused_request' });
            if (what === 'succeed') return book.succeeded(key);
            if (what === 'leave') return book.left(key);
            return book.forget(key);
          };
          expect(await act(books[by] as HealthBook)).toEqual(await act(alone));
          for (const book of books)
            await vi.waitFor(() => expect(book.healthOf(key)).toEqual(alone.healthOf(key)), { interval: 1 });
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('counts every failure of many at once, and lets one call of all go out to try', async () => {
    const clock = fakeClock();
    const books = processes(store, clock, 2);
    const key = randomUUID();
    await Promise.all(Array.from({ length: 6 }, (_, turn) => books[turn % 2]?.failed(key, overloaded)));
    for (const book of books)
      await vi.waitFor(() => expect(book.healthOf(key)).toMatchObject({ state: 'open', failures: 6 }));
    const late = createHealthBook({ clock, store });
    await late.load();
    expect(late.healthOf(key), 'a process that starts later').toMatchObject({ state: 'open', failures: 6 });
    expect(await books[1]?.refusal(key)).toMatchObject({ code: 'model.resting' });
    clock.set(new Date(clock.now().getTime() + 40_000));
    const asked = await Promise.all(Array.from({ length: 20 }, (_, turn) => books[turn % 2]?.refusal(key)));
    expect(asked.filter((refusal) => refusal === undefined)).toHaveLength(1);
    // The process that tries may die: a minute later another may.
    clock.set(new Date(clock.now().getTime() + 61_000));
    expect(await books[1]?.refusal(key)).toBeUndefined();
  });
});

it('a call with a key in good health asks nobody, and one whose health cannot be asked goes out', async () => {
  const clock = fakeClock();
  const store = createMemoryHealth();
  const asked: string[] = [];
  const counted: HealthStore = {
    ...store,
    read: (key) => {
      asked.push('read');
      return store.read(key);
    },
    swap: (...args) => {
      asked.push('swap');
      return store.swap(...args);
    },
  };
  const book = createHealthBook({ clock, store: counted });
  for (let turn = 0; turn < 50; turn += 1) {
    expect(await book.refusal('k')).toBeUndefined();
    await book.succeeded('k');
  }
  expect(asked).toEqual(['swap']);
  const away = () => Promise.reject(new Error('away'));
  const warned: string[] = [];
  const lost = createHealthBook({
    clock,
    store: { read: away, swap: away, delete: away, all: away },
    warn: (message) => warned.push(message),
  });
  expect(await lost.refusal('k')).toBeUndefined();
  await lost.failed('k', overloaded);
  expect(lost.healthOf('k')).toBeUndefined();
  await lost.load();
  expect(warned).toHaveLength(2);
});

function memoryAdapter(): Adapter {
  return {
    name: 'memory',
    open: async () => createMemoryHealth(),
    close: async () => {},
  };
}

function embeddedAdapter(): Adapter {
  let database: PGlite;
  return {
    name: 'the embedded database',
    async open() {
      database = new PGlite();
      await database.exec(healthSchemaSql);
      await database.exec(healthSchemaSql);
      return createSqlHealth({ query: (text, values) => database.query(text, values) });
    },
    close: () => database.close(),
  };
}

function postgresAdapter(url: string): Adapter {
  const schema = `health_${randomUUID().replaceAll('-', '')}`;
  const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=${schema}` });
  return {
    name: 'PostgreSQL',
    async open() {
      await pool.query(`create schema ${schema}; ${healthSchemaSql}`);
      return createSqlHealth({ query: (text, values) => pool.query(text, values) });
    },
    async close() {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
  };
}

function redisAdapter(url: string): Adapter {
  let redis: Redis;
  const name = `test:${randomUUID()}`;
  return {
    name: 'Redis',
    async open() {
      redis = await connectRedis({ url: new Secret(url), log: silentLog });
      return createRedisHealth({ redis, name });
    },
    close: async () => {
      await redis.del(name);
      redis.disconnect();
    },
  };
}
