import { randomUUID } from 'node:crypto';
import { connect as connectSocket, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import { silentLog } from '../log/log.ts';
import { connectRedis } from '../redis/connect-redis.ts';
import { Secret } from '../secrets/secret.ts';
import type { Bus } from './bus.ts';
import { createMemoryBus } from './memory-bus.ts';
import { createPostgresBus } from './postgres-bus.ts';
import { createRedisBus } from './redis-bus.ts';

const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;

type Adapter = { name: string; open(url: string, channel: string): Promise<Bus>; url: string };

const servers: Adapter[] = [];
if (TEST_REDIS_URL) {
  const open = (url: string, channel: string) =>
    createRedisBus({
      connect: () => connectRedis({ url: new Secret(url), log: silentLog, patient: false }),
      log: silentLog,
      channel,
    });
  servers.push({ name: 'Redis', url: TEST_REDIS_URL, open });
} else it.skip('the bus on Redis: set TEST_REDIS_URL');
if (TEST_DATABASE_URL) {
  const open = (url: string, channel: string) =>
    createPostgresBus({
      connect: async () => {
        const client = new pg.Client({ connectionString: url });
        client.on('error', () => {});
        await client.connect();
        return client;
      },
      clock: systemClock,
      log: silentLog,
      channel,
    });
  servers.push({ name: 'PostgreSQL', url: TEST_DATABASE_URL, open });
} else it.skip('the bus on PostgreSQL: set TEST_DATABASE_URL');

const memory: Adapter = { name: 'memory', url: '', open: async () => createMemoryBus({ log: silentLog }) };
const open: Bus[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((bus) => bus.close()));
});

async function openBus(adapter: Adapter, channel: string, url = adapter.url): Promise<Bus> {
  const bus = await adapter.open(url, channel);
  open.push(bus);
  return bus;
}

describe.each([memory, ...servers])('the bus on $name', (adapter) => {
  it('brings ids to the listeners of a topic, after publish has returned, in order', async () => {
    const bus = await openBus(adapter, randomUUID());
    const heard: string[] = [];
    bus.subscribe('prompts', (ids) => void heard.push(...ids));
    bus.subscribe('runs', () => void heard.push('wrong topic'));
    await bus.publish('prompts', ['a']);
    await bus.publish('prompts', ['b', 'c']);
    await vi.waitFor(() => expect(heard).toEqual(['a', 'b', 'c']));
  });

  it('is silent for who has left, and survives a listener that throws', async () => {
    const bus = await openBus(adapter, randomUUID());
    const heard: string[] = [];
    const leave = bus.subscribe('prompts', () => void heard.push('left'));
    bus.subscribe('prompts', () => {
      throw new Error('broken listener');
    });
    bus.subscribe('prompts', async () => Promise.reject(new Error('broken later')));
    bus.subscribe('prompts', () => void heard.push('stays'));
    leave();
    await bus.publish('prompts', ['a']);
    await vi.waitFor(() => expect(heard).toEqual(['stays']));
  });

  it('carries many ids and refuses anything that is not one', async () => {
    const bus = await openBus(adapter, randomUUID());
    const heard = new Set<string>();
    bus.subscribe('prompts', (ids) => {
      for (const id of ids) heard.add(id);
    });
    await bus.publish(
      'prompts',
      Array.from({ length: 1_000 }, () => randomUUID()),
    );
    await vi.waitFor(() => expect(heard.size).toBe(1_000));
    await expect(bus.publish('prompts', ['some content of a prompt'])).rejects.toThrow(RangeError);
    await expect(bus.publish('Prompts!', ['a'])).rejects.toThrow(RangeError);
  });
});

describe.each(servers)('the bus on $name between processes', (adapter) => {
  it('brings a message to every process', async () => {
    const channel = randomUUID();
    const [one, two] = [await openBus(adapter, channel), await openBus(adapter, channel)];
    const heard: string[] = [];
    one.subscribe('prompts', () => void heard.push('one'));
    two.subscribe('prompts', () => void heard.push('two'));
    await one.publish('prompts', ['a']);
    await vi.waitFor(() => expect(heard.sort()).toEqual(['one', 'two']));
  });

  it('connects again, lets all catch up on what was not sent, and works as before', async () => {
    const channel = randomUUID();
    const { url, cut, mend } = await breakable(adapter.url);
    const [near, far] = [await openBus(adapter, channel, url), await openBus(adapter, channel)];
    const heard: string[] = [];
    near.subscribe('prompts', (ids) => void heard.push(...ids));
    near.onGap(() => void heard.push('near gap'));
    far.onGap(() => void heard.push('far gap'));
    cut();
    await near.publish('prompts', ['lost']);
    mend();
    await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining(['near gap', 'far gap'])), 5_000);
    await far.publish('prompts', ['found']);
    await vi.waitFor(() => expect(heard).toContain('found'));
    expect(heard).not.toContain('lost');
  });
});

/** A loopback proxy in front of a server, whose connections can be cut. */
async function breakable(url: string): Promise<{ url: string; cut(): void; mend(): void }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let broken = false;
  const server = createServer((near) => {
    if (broken) return near.destroy();
    const far = connectSocket(Number(target.port || 6379), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: through.href,
    cut: () => {
      broken = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      broken = false;
    },
  };
}
