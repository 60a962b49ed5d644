import type { ModelEvent } from '@promptvault/wire/model-event';
import { describe, expect, it } from 'vitest';
import type { CallerCall } from '../workers/caller-protocol.ts';
import type { Counts } from './count-outbox.ts';
import { createPrivateRuns, isPrivateComparison, type PrivateOrder } from './private-runs.ts';

const marks = ['SAID-1', 'ASKED-2', 'KEY-3', 'REFUSED-4', 'NAME-5', 'ARGUMENT-6'];
const order: PrivateOrder = {
  connection: {
    id: 'c1',
    name: 'NAME-5',
    provider: 'openai_compatible',
    api: 'chat',
    baseUrl: 'http://localhost:11434/v1',
    models: [],
    hasKey: true,
  },
  apiKey: 'KEY-3',
  model: 'qwen3',
  sent: {
    messages: [{ role: 'user', content: 'ASKED-2' }],
    settings: {},
    tools: [],
    responseSchema: null,
    techniques: {},
    hash: 'h',
  } as unknown as PrivateOrder['sent'],
  set: null,
  sampleIndex: 0,
};
const scope = {
  owner: { organizationId: 'o1', personId: 'ada' },
  author: { id: 'ada', name: 'Ada' },
  prompt: { id: 'p1', title: 'Tides' },
  versionNumber: 3,
};

function open() {
  const told: Counts[] = [];
  const calls: { call: CallerCall; hear: (event: ModelEvent) => void; stopped: boolean }[] = [];
  const state = { now: 1_000, id: 0 };
  const runs = createPrivateRuns({
    call(call, hear) {
      const one = { call, hear, stopped: false };
      calls.push(one);
      return {
        stop() {
          one.stopped = true;
        },
      };
    },
    fit: () => ({ schemaBy: 'words' }),
    words: ({ message }) => message,
    begin: async (_, __, counts) => void told.push(counts),
    end: async (_, __, counts) => {
      told.push(counts);
      return undefined;
    },
    now: () => state.now,
    newId: () => `id${state.id++}`,
    soon: (then) => then(),
  });
  const id = runs.start(scope, [order]);
  const run = () => runs.runsOf(id)?.[0];
  return { runs, id, run, told, calls, state };
}

describe('a private run in its tab', () => {
  it('sends the messages as they were rendered, grows as its events come, and ends with its numbers', () => {
    const { id, run, calls, told, state } = open();
    expect(isPrivateComparison(id)).toBe(true);
    expect(calls[0]?.call).toMatchObject({ messages: order.sent.messages, apiKey: 'KEY-3', model: 'qwen3' });
    state.now += 200;
    calls[0]?.hear({ type: 'text-delta', text: 'SAID-1' });
    expect(run()).toMatchObject({ answer: { status: 'running', text: 'SAID-1' }, run: { private: true } });
    calls[0]?.hear({ type: 'tool-call', id: 't', name: 'look', input: { a: 'ARGUMENT-6' } });
    calls[0]?.hear({ type: 'usage', inputTokens: 7, outputTokens: 2, estimated: false });
    state.now += 300;
    calls[0]?.hear({ type: 'end', finishReason: 'stop' });
    expect(run()?.answer).toMatchObject({ status: 'finished', timeToFirstTokenMs: 200, durationMs: 500 });
    expect(told).toEqual([
      expect.objectContaining({ status: 'interrupted', inputTokens: null, promptId: 'p1', versionNumber: 3 }),
      expect.objectContaining({
        status: 'finished',
        inputTokens: 7,
        outputTokens: 2,
        durationMs: 500,
        ownAddress: true,
      }),
    ]);
    for (const mark of marks) expect(JSON.stringify(told), mark).not.toContain(mark);
  });

  it('tells of a failure what kind it was, and keeps the words here', () => {
    const { run, calls, told } = open();
    calls[0]?.hear({ type: 'error', code: 'model.refused_request', message: 'REFUSED-4', retryable: false });
    expect(run()?.answer.error?.message).toBe('REFUSED-4');
    expect(told[1]).toMatchObject({
      status: 'failed',
      errorCode: 'model.refused_request',
      finishReason: null,
    });
    for (const mark of marks) expect(JSON.stringify(told), mark).not.toContain(mark);
  });

  it('is stopped, and run again in its place', () => {
    const { runs, run, calls, told } = open();
    const first = run()?.run.id ?? '';
    runs.stop(first);
    expect(calls[0]?.stopped).toBe(true);
    expect(runs.isRunning()).toBe(true);
    calls[0]?.hear({ type: 'end', finishReason: 'interrupted' });
    expect(told[1]).toMatchObject({ status: 'stopped', finishReason: 'interrupted' });
    expect(runs.isRunning()).toBe(false);
    runs.again(first);
    expect(calls).toHaveLength(2);
    expect(run()?.answer.status).toBe('running');
    expect(run()?.run.id).not.toBe(first);
  });

  it('is forgotten, and its call closed, when its person signs out', () => {
    const { runs, id, calls } = open();
    runs.clear();
    expect(runs.runsOf(id)).toBeUndefined();
    expect(calls[0]?.stopped).toBe(true);
  });
});
