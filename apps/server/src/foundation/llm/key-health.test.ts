import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { collect, hurriedClock, modelCall, outcome } from '@promptvault/wire/gateway-testing';
import { createMemoryHealth } from '@promptvault/wire/health-store';
import { createHealthBook } from '@promptvault/wire/key-health';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import type { ModelError } from '@promptvault/wire/model-event';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../clock/clock.ts';
import { guardedFetch } from './guarded-fetch.ts';

const failure = (
  code: ModelError['code'] = 'model.overloaded',
  more: Partial<ModelError> = {},
): ModelError => ({
  code,
  message: 'It is full.',
  retryable: true,
  ...more,
});

function bookAt() {
  let ms = 1_000_000_000;
  const clock = { now: () => new Date(ms) } as Clock;
  const pass = (more: number) => {
    ms += more;
  };
  return { book: createHealthBook({ clock, store: createMemoryHealth() }), pass };
}

describe('the breaker of a key', () => {
  it('opens after five failures in a row, tries once, and closes with a success', async () => {
    const { book, pass } = bookAt();
    for (let turn = 0; turn < 4; turn += 1) await book.failed('k', failure());
    expect(await book.refusal('k')).toBeUndefined();
    await book.failed('k', failure());
    expect(await book.refusal('k')).toMatchObject({ code: 'model.resting', retryAfterMs: 15_000 });
    expect(book.healthOf('k')).toMatchObject({ state: 'open', failures: 5 });
    pass(15_000);
    expect(book.healthOf('k')).toMatchObject({ state: 'half_open', isTried: false });
    expect(await book.refusal('k')).toBeUndefined();
    expect(book.healthOf('k')).toMatchObject({ state: 'half_open', isTried: true });
    expect(await book.refusal('k'), 'one trial at a time').toMatchObject({ code: 'model.resting' });
    await book.succeeded('k');
    expect(book.healthOf('k')).toMatchObject({ state: 'closed', failures: 0 });
    expect(await book.refusal('k')).toBeUndefined();
  });

  it('rests longer each time a trial fails, at most five minutes, and as long as it was told', async () => {
    const { book, pass } = bookAt();
    for (let turn = 0; turn < 5; turn += 1) await book.failed('k', failure());
    for (const rest of [30_000, 60_000, 120_000, 240_000, 300_000, 300_000]) {
      pass(300_000);
      expect(await book.refusal('k')).toBeUndefined();
      await book.failed('k', failure());
      expect((await book.refusal('k'))?.retryAfterMs).toBe(rest);
    }
    pass(300_000);
    await book.refusal('k');
    await book.succeeded('k');
    for (let turn = 0; turn < 5; turn += 1)
      await book.failed('k', failure('model.rate_limited', { retryAfterMs: 90_000 }));
    expect((await book.refusal('k'))?.retryAfterMs).toBe(90_000);
  });

  it('does not count what a provider says of a request, nor what was stopped', async () => {
    const { book, pass } = bookAt();
    for (let turn = 0; turn < 20; turn += 1) await book.failed('k', failure('model.refused_request'));
    for (let turn = 0; turn < 20; turn += 1) await book.left('k');
    expect(book.healthOf('k')).toMatchObject({ state: 'closed', failures: 0 });
    for (let turn = 0; turn < 5; turn += 1) await book.failed('k', failure());
    pass(15_000);
    expect(await book.refusal('k')).toBeUndefined();
    await book.left('k');
    expect(await book.refusal('k'), 'a stopped trial leaves room for another').toBeUndefined();
  });

  it('knows each key by itself, and forgets one that was changed', async () => {
    const { book } = bookAt();
    for (let turn = 0; turn < 5; turn += 1) await book.failed('one', failure());
    expect(await book.refusal('two')).toBeUndefined();
    await book.forget('one');
    expect(await book.refusal('one')).toBeUndefined();
    expect(book.healthOf('one')).toBeUndefined();
  });
});

describe('a gateway with a failing provider', () => {
  let provider: ScriptedProvider;
  beforeAll(async () => {
    provider = await startScriptedProvider();
  });
  afterAll(() => provider.close());

  it('stops calling it, says why, and calls again once it may', async () => {
    const gateway = createLlmGateway({
      fetch: guardedFetch({ allowPrivateAddresses: true }),
      clock: hurriedClock,
    });
    const say = async (model: string) => {
      const baseUrl = provider.baseUrls.openai_compatible;
      const call = modelCall({ provider: 'openai_compatible', baseUrl, model });
      return collect(gateway.stream({ ...call, keyId: 'connection' }));
    };
    expect(outcome(await say('scripted-503')).ending).toBe('model.overloaded');
    expect(gateway.healthOf('connection')).toMatchObject({ state: 'closed', failures: 3 });
    await say('scripted-503');
    const calls = provider.requests.length;
    const refused = await say('scripted-fast');
    expect(refused.at(-1)).toMatchObject({ code: 'model.resting', retryable: true });
    expect(provider.requests).toHaveLength(calls);
    await hurriedClock.sleep(16_000);
    expect(outcome(await say('scripted-json')).ending).toBe('stop');
    expect(gateway.healthOf('connection')).toMatchObject({ state: 'closed', failures: 0 });
  });
});
