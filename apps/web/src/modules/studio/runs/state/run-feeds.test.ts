import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { createLiveClient, type LiveClient } from '../../../../wire/live-client.ts';
import { emptyAnswer, type RunAnswer, type RunEvent, takeEvent } from './run-answer.ts';
import { createRunFeeds, type RunFeeds } from './run-feeds.ts';

type Subscribe = { type: string; id: string; topic: string; after?: string };

/** A server that holds events by position, replays them after a given one and follows on. */
let server: WebSocketServer;
let sockets: ServerSocket[];
let subscribed: Subscribe[];
let open: { socket: ServerSocket; id: string; topic: string }[];
let events: Map<string, RunEvent[]>;
let live: LiveClient;
let feeds: RunFeeds;
let frames: (() => void)[];

const runId = 'r1';
const said = (text: string): RunEvent => ({ type: 'text-delta', runId, text });
const done = (status: 'finished' | 'stopped' = 'finished'): RunEvent => ({
  type: 'run-end',
  runId,
  status,
  finishReason: 'stop',
  usage: {
    inputTokens: 3,
    outputTokens: 2,
    cachedInputTokens: null,
    reasoningTokens: null,
    estimated: false,
  },
  cost: null,
  timeToFirstTokenMs: 12,
  durationMs: 40,
  outcome: null,
});

const tell = (socket: ServerSocket, id: string, position: number, data: RunEvent) =>
  socket.send(JSON.stringify({ type: 'event', id, eventId: String(position), data }));

function emit(topic: string, ...more: RunEvent[]): void {
  const list = events.get(topic) ?? [];
  events.set(topic, list);
  for (const event of more) {
    list.push(event);
    for (const each of open) if (each.topic === topic) tell(each.socket, each.id, list.length, event);
  }
}

beforeEach(async () => {
  sockets = [];
  subscribed = [];
  open = [];
  events = new Map();
  frames = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('close', () => {
      open = open.filter((each) => each.socket !== socket);
    });
    socket.on('message', (raw) => {
      const message: Subscribe = JSON.parse(String(raw));
      if (message.type === 'unsubscribe') open = open.filter(({ id }) => id !== message.id);
      if (message.type !== 'subscribe') return;
      subscribed.push(message);
      const { id, topic } = message;
      open.push({ socket, id, topic });
      const after = Number(message.after ?? 0);
      for (const [index, event] of (events.get(topic) ?? []).entries())
        if (index + 1 > after) tell(socket, id, index + 1, event);
    });
  });
  const { port } = server.address() as AddressInfo;
  live = createLiveClient({ url: () => `ws://127.0.0.1:${port}/`, firstWait: 10, longestWait: 50 });
  feeds = createRunFeeds({
    live,
    nextFrame: (act) => {
      frames.push(act);
      setTimeout(act, 1);
    },
  });
});

afterEach(() => {
  live.close();
  for (const socket of sockets) socket.terminate();
  server.close();
});

const text = () => feeds.answer(runId)?.text;

test('what was said before and what comes live make one text', async () => {
  emit('run:r1', said('Hel'), said('lo'));
  feeds.follow(runId);
  await vi.waitFor(() => expect(text()).toBe('Hello'));
  emit('run:r1', said(', '), said('world'), done());
  await vi.waitFor(() =>
    expect(feeds.answer(runId)).toMatchObject({ text: 'Hello, world', status: 'finished' }),
  );
  expect(feeds.answer(runId)).toMatchObject({
    timeToFirstTokenMs: 12,
    usage: { outputTokens: 2 },
    error: null,
  });
});

test('after a break it goes on after the last event it has heard', async () => {
  feeds.follow(runId);
  await vi.waitFor(() => expect(subscribed).toHaveLength(1));
  emit('run:r1', said('a'), said('b'));
  await vi.waitFor(() => expect(text()).toBe('ab'));
  sockets[0]?.terminate();
  emit('run:r1', said('c'), done());
  await vi.waitFor(() => expect(feeds.answer(runId)?.status).toBe('finished'));
  expect(text()).toBe('abc');
  expect(subscribed.map(({ after }) => after)).toEqual([undefined, '2']);
});

test('whoever leaves and comes back finds the text and misses nothing', async () => {
  const leave = feeds.follow(runId);
  await vi.waitFor(() => expect(subscribed).toHaveLength(1));
  emit('run:r1', said('one '));
  await vi.waitFor(() => expect(text()).toBe('one '));
  leave();
  emit('run:r1', said('two '));
  expect(text()).toBe('one ');
  feeds.follow(runId);
  await vi.waitFor(() => expect(text()).toBe('one two '));
  expect(subscribed.at(-1)?.after).toBe('1');
});

test('whoever leaves before a word was heard knows nothing of the run, not even that it waits', async () => {
  const leave = feeds.follow(runId);
  leave();
  expect(feeds.answer(runId)).toBeUndefined();
  const again = feeds.follow(runId);
  await vi.waitFor(() => expect(subscribed).toHaveLength(1));
  again();
  expect(feeds.answer(runId)).toBeUndefined();
  feeds.follow(runId);
  emit('run:r1', said('all of it'), done());
  await vi.waitFor(() =>
    expect(feeds.answer(runId)).toMatchObject({ text: 'all of it', status: 'finished' }),
  );
});

test('a missing piece is asked for again instead of leaving a hole', async () => {
  feeds.follow(runId);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  events.set('run:r1', [said('a'), said('b'), said('c')]);
  const [first] = open;
  if (!first) return expect.unreachable();
  tell(first.socket, first.id, 1, said('a'));
  tell(first.socket, first.id, 3, said('c'));
  await vi.waitFor(() => expect(text()).toBe('abc'));
  expect(subscribed.at(-1)?.after).toBe('1');
});

test('where the server itself lacks a piece, the answer still goes on', async () => {
  feeds.follow(runId);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  const jump = () => {
    const last = open.at(-1);
    if (last) tell(last.socket, last.id, 5, said('late'));
  };
  jump();
  await vi.waitFor(() => expect(subscribed).toHaveLength(2));
  jump();
  await vi.waitFor(() => expect(text()).toBe('late'));
});

test('a start that tells the text anew replaces it, unless it is older than ours', async () => {
  feeds.follow(runId);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  const [first] = open;
  if (!first) return expect.unreachable();
  tell(first.socket, first.id, 7, { type: 'run-start', runId, text: 'So far', reasoning: '' });
  tell(first.socket, first.id, 8, said('.'));
  await vi.waitFor(() => expect(text()).toBe('So far.'));
  tell(first.socket, first.id, 3, { type: 'run-start', runId, text: 'So', reasoning: '' });
  tell(first.socket, first.id, 9, said('!'));
  await vi.waitFor(() => expect(text()).toBe('So far.!'));
});

test('many pieces between two frames are one change', async () => {
  feeds.follow(runId);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  const changes = vi.fn();
  feeds.onChange(changes);
  frames.length = 0;
  emit('run:r1', ...Array.from({ length: 500 }, (_, index) => said(`${index} `)));
  await vi.waitFor(() => expect(text()).toMatch(/499 $/));
  expect(changes.mock.calls.length).toBe(frames.length);
  expect(frames.length).toBeLessThan(100);
});

test('two who look at one run share one subscription', async () => {
  const leave = feeds.follow(runId);
  feeds.follow(runId);
  await vi.waitFor(() => expect(subscribed).toHaveLength(1));
  leave();
  leave();
  emit('run:r1', said('still'));
  await vi.waitFor(() => expect(text()).toBe('still'));
  expect(subscribed).toHaveLength(1);
});

test('a refusal is kept for the run it belongs to', async () => {
  feeds.follow(runId);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  const [first] = open;
  const problem = { status: 404, code: 'resource.not_found', detail: 'Not there.' };
  first?.socket.send(JSON.stringify({ type: 'problem', id: first.id, problem }));
  await vi.waitFor(() => expect(feeds.problem(runId)?.code).toBe('resource.not_found'));
  expect(feeds.problem('another')).toBeUndefined();
});

test('however a text is replayed from before, doubled or late, it reads the same', () => {
  const pieces = fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 });
  const jumps = fc.array(fc.nat(30), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, jumps, (parts, backs) => {
      const play = (answer: RunAnswer, from: number, to: number) =>
        parts
          .slice(from, to)
          .reduce((sum, part, index) => takeEvent(sum, said(part), from + index + 1), answer);
      let answer = emptyAnswer;
      for (const back of backs) {
        const reached = answer.position;
        const from = Math.min(back, reached);
        answer = play(answer, from, Math.min(parts.length, reached + (back % 5)));
      }
      answer = play(answer, answer.position, parts.length);
      expect(answer.text).toBe(parts.join(''));
      const ended = takeEvent(answer, done(), parts.length + 1);
      expect(takeEvent(ended, said('after the end'), parts.length + 2)).toBe(ended);
    }),
  );
});
