import { housePassword, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Listening, listen } from '../../assembly/listen.ts';
import type { SocketTopic } from '../module/define-module.ts';

let house: TestHouse;
let listening: Listening;
const topic: SocketTopic = {
  topic: 'count',
  async open(ctx, id) {
    return `${ctx.organizationId}:${id}`;
  },
  async *follow(ports, opened, signal, after) {
    for (let n = Number(after ?? 0) + 1; n <= 3; n++) yield { id: String(n), data: { n, opened } };
    await ports.clock.sleep(60_000, signal).catch(() => undefined);
  },
};

let opening = 0;
let mostOpening = 0;
let opened = 0;
const slowTopic: SocketTopic = {
  topic: 'slow',
  async open(ctx, id) {
    mostOpening = Math.max(mostOpening, ++opening);
    await ctx.tx.execute(sql`select 1`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    opening--;
    opened++;
    return id;
  },
  async *follow(ports, _opened, signal) {
    await ports.clock.sleep(60_000, signal).catch(() => undefined);
  },
};

beforeAll(async () => {
  house = await openTestHouse();
  const topics = house.application.topics as Map<string, SocketTopic>;
  topics.set('count', topic);
  topics.set('slow', slowTopic);
  const { environment } = house.application.services;
  listening = await listen(house.application, { ...environment, http: { ...environment.http, port: 0 } });
});
afterAll(async () => {
  await listening.close();
  await house.close();
});

interface Tab {
  socket: WebSocket;
  heard: Record<string, unknown>[];
  send(message: object | string): void;
  until(type: string, count?: number): Promise<Record<string, unknown>>;
  closed: Promise<number>;
}

async function openTab(cookie: string, headers: Record<string, string> = {}, query = ''): Promise<Tab> {
  const socket = new WebSocket(`ws://127.0.0.1:${listening.port}/api/v1/live${query}`, {
    headers: { cookie, origin: 'http://localhost:3000', ...headers },
  });
  const heard: Record<string, unknown>[] = [];
  socket.on('message', (raw) => heard.push(JSON.parse(raw.toString())));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('unexpected-response', (_request, response) =>
      reject(new Error(`refused ${response.statusCode}`)),
    );
    socket.once('error', reject);
  });
  return {
    socket,
    heard,
    closed,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async until(type, count = 1) {
      for (let tries = 0; tries < 200; tries++) {
        const found = heard.filter((one) => one.type === type);
        if (found.length >= count) return found[count - 1] as Record<string, unknown>;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`no ${type} came; heard ${JSON.stringify(heard)}`);
    },
  };
}

describe('the live connection', () => {
  it('carries many topics, resumes after an id, and stops on request', async () => {
    const tab = await openTab(house.people.viewer.cookie);
    tab.send({ type: 'subscribe', id: 'a', topic: 'count:x' });
    tab.send({ type: 'subscribe', id: 'b', topic: 'count:y', after: '2' });
    await tab.until('event', 4);
    const of = (id: string) =>
      tab.heard.filter((one) => one.type === 'event' && one.id === id).map((one) => one.eventId);
    expect([of('a'), of('b')]).toEqual([['1', '2', '3'], ['3']]);
    tab.send({ type: 'unsubscribe', id: 'a' });
    tab.send({ type: 'subscribe', id: 'a', topic: 'count:z' });
    await tab.until('event', 7);
    tab.socket.close();
  });

  it.each(['not json', '{"type":"other"}', '{"type":"subscribe","id":"a"}', '[]'])(
    'answers %s with a problem and goes on',
    async (message) => {
      const tab = await openTab(house.people.viewer.cookie);
      tab.send(message);
      expect(await tab.until('problem')).toMatchObject({ problem: { code: 'request.malformed' } });
      tab.send({ type: 'ping' });
      await tab.until('pong');
      tab.socket.close();
    },
  );

  it('refuses an unknown topic, a stranger to the organization, another origin, and nobody', async () => {
    const tab = await openTab(house.people.viewer.cookie);
    tab.send({ type: 'subscribe', id: 'a', topic: 'nothing:x' });
    expect(await tab.until('problem')).toMatchObject({ id: 'a', problem: { code: 'resource.not_found' } });
    tab.socket.close();
    const at = `?organization=${house.organizationId}`;
    await expect(openTab(house.people.stranger.cookie, {}, at)).rejects.toThrow('refused 404');
    await expect(openTab(house.people.viewer.cookie, { origin: 'https://evil.example' })).rejects.toThrow(
      'refused 403',
    );
    await expect(openTab('')).rejects.toThrow('refused 401');
  });

  it('opens topics one after the other, refuses too many, and none that were withdrawn meanwhile', async () => {
    const tab = await openTab(house.people.editor.cookie);
    for (let n = 0; n < 1_000; n++) {
      tab.send({ type: 'subscribe', id: `${n}`, topic: 'slow:x' });
      if (n >= 20) tab.send({ type: 'unsubscribe', id: `${n}` });
    }
    await tab.until('subscribed', 20);
    tab.send({ type: 'ping' });
    await tab.until('pong');
    expect(await tab.until('problem')).toMatchObject({ problem: { code: 'request.malformed' } });
    expect([mostOpening, opened]).toEqual([1, 20]);
    tab.socket.close();
  });

  it('closes when its session ends, and when the membership does, with a code that says which', async () => {
    const signIn = await house
      .as('nobody')
      .send(
        'POST',
        '/api/v1/sign-in',
        JSON.stringify({ email: house.people.viewer.email, password: housePassword }),
        { 'content-type': 'application/json' },
      );
    const cookie = signIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const leaving = await openTab(cookie);
    await house.as('nobody').send('POST', '/api/v1/sign-out', null, { cookie });
    expect(await leaving.closed).toBe(4401);

    const tab = await openTab(house.people.viewer.cookie, {}, `?organization=${house.organizationId}`);
    tab.send({ type: 'subscribe', id: 'a', topic: 'count:x' });
    await tab.until('event', 3);
    const { body } = await house.as('owner').send('GET', '/api/v1/members');
    const member = body.items.find((one: { role: string }) => one.role === 'viewer');
    await house
      .as('owner')
      .send('DELETE', `/api/v1/members/${member.id}`, null, { 'if-match': `"r${member.revision}"` });
    expect(await tab.closed).toBe(4403);
  });
});
