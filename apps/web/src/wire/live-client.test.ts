import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { createLiveClient, type LiveClient, type Refusal } from './live-client.ts';

type Heard = { type: string; id?: string; topic?: string; after?: string };

let server: WebSocketServer;
let client: LiveClient;
let heard: Heard[];
let sockets: ServerSocket[];
let deaf: ServerSocket | undefined;
let refused: Refusal | undefined;
let asked: number;

const reply = (socket: ServerSocket | undefined, message: unknown) => socket?.send(JSON.stringify(message));

beforeEach(async () => {
  heard = [];
  sockets = [];
  deaf = undefined;
  refused = undefined;
  asked = 0;
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => {
      if (socket === deaf) return;
      const message: Heard = JSON.parse(String(data));
      heard.push(message);
      if (message.type === 'subscribe') reply(socket, { type: 'subscribed', id: message.id });
      if (message.type === 'ping') reply(socket, { type: 'pong' });
    });
  });
  const { port } = server.address() as AddressInfo;
  client = createLiveClient({
    url: () => `ws://127.0.0.1:${port}/api/v1/live`,
    firstWait: 20,
    longestWait: 100,
    beat: 60,
    async whyRefused() {
      asked += 1;
      return refused;
    },
  });
});

afterEach(() => {
  client.close();
  for (const socket of sockets) socket.terminate();
  server.close();
});

const subscribes = () => heard.filter(({ type }) => type === 'subscribe');

test('it opens with the first subscription and closes after the last', async () => {
  expect(client.state()).toBe('idle');
  const leave = client.subscribe('run:1', { onEvent: () => {} });
  await vi.waitFor(() => expect(client.state()).toBe('open'));
  leave();
  expect(client.state()).toBe('idle');
  await vi.waitFor(() => expect(sockets[0]?.readyState).toBe(3));
});

test('all subscriptions of a tab share one connection', async () => {
  client.subscribe('run:1', { onEvent: () => {} });
  client.subscribe('run:2', { onEvent: () => {} });
  await vi.waitFor(() => expect(subscribes().map(({ topic }) => topic)).toEqual(['run:1', 'run:2']));
  client.subscribe('notices', { onEvent: () => {} });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(3));
  expect(sockets).toHaveLength(1);
});

test('after a break it comes back and goes on after the last event', async () => {
  const seen: string[] = [];
  const states: string[] = [];
  client.onState(() => states.push(client.state()));
  client.subscribe('run:1', { after: '4', onEvent: ({ eventId }) => seen.push(eventId) });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  reply(sockets[0], { type: 'event', id: '1', eventId: '5', data: {} });
  reply(sockets[0], { type: 'event', id: '1', eventId: '6', data: {} });
  await vi.waitFor(() => expect(seen).toEqual(['5', '6']));
  sockets[0]?.terminate();
  await vi.waitFor(() => expect(subscribes()).toHaveLength(2));
  expect(subscribes().map(({ after }) => after)).toEqual(['4', '6']);
  expect(states).toEqual(['connecting', 'open', 'waiting', 'connecting', 'open']);
});

test('an event for one subscription reaches only that one', async () => {
  const first = vi.fn();
  const second = vi.fn();
  client.subscribe('run:1', { onEvent: first });
  client.subscribe('run:2', { onEvent: second });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(2));
  reply(sockets[0], { type: 'event', id: '2', eventId: '1', data: { text: 'x' } });
  await vi.waitFor(() => expect(second).toHaveBeenCalledWith({ eventId: '1', data: { text: 'x' } }));
  expect(first).not.toHaveBeenCalled();
});

test('a problem reaches its subscription with code and words', async () => {
  const onProblem = vi.fn();
  client.subscribe('run:1', { onEvent: () => {}, onProblem });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  reply(sockets[0], {
    type: 'problem',
    id: '1',
    problem: { code: 'run.not_found', status: 404, detail: 'Gone.' },
  });
  await vi.waitFor(() => expect(onProblem).toHaveBeenCalled());
  expect(onProblem.mock.calls[0]?.[0]).toMatchObject({
    code: 'run.not_found',
    status: 404,
    message: 'Gone.',
  });
});

test('a connection that no longer answers is replaced', async () => {
  client.subscribe('run:1', { onEvent: () => {} });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  deaf = sockets[0];
  await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(1));
  await vi.waitFor(() => expect(subscribes().length).toBeGreaterThan(1));
});

test('garbage and unknown replies are passed over', async () => {
  const onEvent = vi.fn();
  client.subscribe('run:1', { onEvent });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  sockets[0]?.send('{');
  reply(sockets[0], { type: 'confetti' });
  reply(sockets[0], { type: 'event', id: '1', eventId: '1', data: 1 });
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledTimes(1));
});

test('a topic that a fault of the server ended is asked for again, after the last event', async () => {
  const onProblem = vi.fn();
  client.subscribe('run:1', { onEvent: () => {}, onProblem });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  reply(sockets[0], { type: 'event', id: '1', eventId: '3', data: {} });
  reply(sockets[0], { type: 'problem', id: '1', problem: { status: 503, code: 'database.unavailable' } });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(2));
  expect(subscribes()[1]).toMatchObject({ id: '1', topic: 'run:1', after: '3' });
  expect(onProblem).toHaveBeenCalledTimes(1);
  expect(sockets).toHaveLength(1);
});

test('a connection that never opens is given up for another', async () => {
  let made = 0;
  const silent = createLiveClient({
    url: () => 'ws://nowhere',
    firstWait: 10,
    longestWait: 20,
    patience: 40,
    open: () => {
      made += 1;
      return { readyState: 0, binaryType: 'arraybuffer', send() {}, close() {}, addEventListener() {} };
    },
  });
  silent.subscribe('run:1', { onEvent: () => {} });
  await vi.waitFor(() => expect(made).toBeGreaterThan(2));
  silent.close();
});

test('a topic that ends, or is refused, is not asked for again', async () => {
  const onEnd = vi.fn();
  const onProblem = vi.fn();
  client.subscribe('run:1', { onEvent: () => {}, onEnd });
  client.subscribe('run:2', { onEvent: () => {}, onProblem });
  client.subscribe('run:3', { onEvent: () => {} });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(3));
  reply(sockets[0], { type: 'end', id: '1' });
  reply(sockets[0], { type: 'problem', id: '2', problem: { status: 404, code: 'run.not_found' } });
  await vi.waitFor(() => expect(onProblem).toHaveBeenCalled());
  expect(onEnd).toHaveBeenCalled();
  sockets[0]?.terminate();
  await vi.waitFor(() => expect(subscribes()).toHaveLength(4));
  expect(subscribes().at(-1)?.topic).toBe('run:3');
});

test.each([
  [4401, 'signed-out'],
  [4403, 'no-access'],
] as const)('after a close with %i it tries no more, until the tab begins anew', async (code, state) => {
  const first = client.subscribe('run:1', { onEvent: () => {} });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  sockets[0]?.close(code);
  await vi.waitFor(() => expect(client.state()).toBe(state));
  const second = client.subscribe('run:2', { onEvent: () => {} });
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(sockets).toHaveLength(1);
  expect(client.state()).toBe(state);
  for (const leave of [first, second]) leave();
  expect(client.state()).toBe(state);
  client.subscribe('run:3', { onEvent: () => {} });
  expect(client.state()).toBe(state);
  client.renew();
  await vi.waitFor(() => expect(subscribes()).toHaveLength(2));
});

test('it asks why a connection could not be opened, and stops when nobody is let in', async () => {
  client.subscribe('run:1', { onEvent: () => {} });
  await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
  expect(asked).toBe(0);
  server.close();
  sockets[0]?.terminate();
  await vi.waitFor(() => expect(asked).toBeGreaterThan(1));
  expect(client.state()).toMatch(/waiting|connecting/);
  refused = 'signed-out';
  await vi.waitFor(() => expect(client.state()).toBe('signed-out'));
  const before = asked;
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(asked).toBe(before);
});
