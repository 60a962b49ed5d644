import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { closeness, type EmbeddingCall } from '@promptvault/wire/embed-texts';
import { hurriedClock, testKey } from '@promptvault/wire/gateway-testing';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';

const gateway = createLlmGateway({
  fetch: guardedFetch({ allowPrivateAddresses: true }),
  clock: hurriedClock,
});

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

const able = ['openai', 'google', 'openai_compatible'] as const;

const embed = (protocol: (typeof able)[number], model: string, more: Partial<EmbeddingCall> = {}) =>
  gateway.embed({
    ...{ provider: protocol, baseUrl: provider.baseUrls[protocol], apiKey: testKey, model },
    ...{ texts: ['The tide comes in.', 'in comes THE tide'], signal: new AbortController().signal },
    ...more,
  });

const json = (body: unknown) => ({ raw: { contentType: 'application/json', body: JSON.stringify(body) } });

describe.each(able)('embeddings over %s', (protocol) => {
  it('are one vector for each text, and close where the texts have the same words', async () => {
    const outcome = await embed(protocol, 'scripted-embedding');
    if (!outcome.ok) throw new Error(outcome.error.message);
    const [one = [], other = []] = outcome.vectors;
    expect(outcome.vectors).toHaveLength(2);
    expect(closeness(one, other)).toBeCloseTo(1, 9);
    // Google counts nothing.
    expect(outcome.inputTokens).toBe(protocol === 'google' ? null : 8);
    const alone = await embed(protocol, 'scripted-embedding', { texts: ['The tide comes in.'] });
    expect(alone).toMatchObject({ ok: true, vectors: [one] });
  });

  it('tell in words what went wrong, and try again what may pass', async () => {
    const codes: Record<string, string> = {};
    for (const model of ['scripted-401', 'scripted-400', 'scripted-529-once', 'scripted-html', 'nobody']) {
      const outcome = await embed(protocol, model);
      codes[model] = outcome.ok ? 'ok' : outcome.error.code;
    }
    expect(codes).toEqual({
      'scripted-401': 'model.unauthorized',
      'scripted-400': 'model.refused_request',
      'scripted-529-once': 'ok',
      'scripted-html': 'model.garbled',
      nobody: 'model.not_found',
    });
    expect(await embed(protocol, 'scripted-silent')).toMatchObject({ error: { code: 'model.timeout' } });
  });

  it('are refused where they are no vectors', async () => {
    const nan = [[1, null], [1]];
    for (const vectors of [[[1, 2]], [[1, 2], [1]], [[], []], nan, 'none']) {
      const data = Array.isArray(vectors) ? vectors.map((embedding) => ({ embedding })) : vectors;
      const embeddings = Array.isArray(vectors) ? vectors.map((values) => ({ values })) : vectors;
      provider.script('odd', json(protocol === 'google' ? { embeddings } : { data }));
      expect(await embed(protocol, 'odd'), JSON.stringify(vectors)).toMatchObject({
        ok: false,
        error: { code: 'model.garbled' },
      });
    }
  });

  it('end when they are stopped, and when the answer has no end', async () => {
    const stopping = new AbortController();
    const silent = embed(protocol, 'scripted-silent', { signal: stopping.signal });
    stopping.abort();
    expect(await silent).toMatchObject({ ok: false });
    provider.script('endless', { raw: { contentType: 'application/json', body: ' '.repeat(9 * 2 ** 20) } });
    expect(await embed(protocol, 'endless')).toMatchObject({ ok: false, error: { code: 'model.garbled' } });
  });
});

it('says that a provider has none before anything is sent', async () => {
  const before = provider.requests.length;
  for (const name of ['anthropic', 'echo'] as const) {
    const outcome = await embed('openai', 'claude', { provider: name });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'model.refused_request' } });
  }
  expect(provider.requests).toHaveLength(before);
});

it('never sends without a key what needs one', async () => {
  expect(await embed('openai', 'scripted-embedding', { apiKey: null })).toMatchObject({
    error: { code: 'model.unauthorized' },
  });
});

it.each([
  [[1, 0], [1, 0], 1],
  [[1, 0], [0, 1], 0],
  [[1, 0], [-1, 0], 0],
  [[3, 4], [4, 3], 0.96],
  [[0, 0], [1, 0], 0],
  [[1e300, 1e300], [1e300, 1e300], 0],
])('measures %j beside %j as %d', (one, other, expected) => {
  expect(closeness(one, other)).toBeCloseTo(expected, 12);
});
