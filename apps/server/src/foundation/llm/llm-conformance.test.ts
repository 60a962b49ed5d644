import { findRecordedStream, recordedStreams } from '@promptvault/testing/scripted-provider/recorded-streams';
import { seededRandom } from '@promptvault/testing/scripted-provider/seeded-random';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { collect, hurriedClock, modelCall, outcome, testKey } from '@promptvault/wire/gateway-testing';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';

const gateway = createLlmGateway({
  fetch: guardedFetch({ allowPrivateAddresses: true }),
  clock: hurriedClock,
});
/** Answers that are not called event streams are read by the provider's package alone. */
const plainly: typeof globalThis.fetch = async (input, init) => {
  const answer = await guardedFetch({ allowPrivateAddresses: true })(input, init);
  const headers = new Headers(answer.headers);
  headers.set('content-type', 'text/plain');
  return new Response(answer.body, { status: answer.status, headers });
};
const slowGateway = createLlmGateway({ fetch: plainly, clock: hurriedClock });
const protocols = ['openai', 'openai_responses', 'anthropic', 'google', 'openai_compatible'] as const;
type Protocol = (typeof protocols)[number];

/** What a connection says of a protocol: the responses of OpenAI are a way to speak with the same provider. */
const spoken = (protocol: Protocol) =>
  protocol === 'openai_responses'
    ? ({ provider: 'openai', api: 'responses' } as const)
    : ({ provider: protocol } as const);

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

const run = async (protocol: Protocol, model: string, by = gateway) => {
  const call = modelCall({ ...spoken(protocol), baseUrl: provider.baseUrls[protocol], model });
  const silent = /hang|silent/.test(model) ? { firstTokenTimeoutMs: 12_000, idleTimeoutMs: 9_000 } : {};
  return collect(by.stream({ ...call, ...silent }));
};

const recordings = protocols.flatMap(recordedStreams);

describe.skipIf(recordings.length === 0)('recorded streams (needs the sample data)', () => {
  const seed = 20_261_120;
  describe.each(recordings)('$protocol $name', ({ protocol, name, lines }) => {
    it('ends with a typed result, the same in pieces, and is never silently shortened by a cut', async () => {
      provider.script('whole', { recorded: lines });
      const whole = outcome(await run(protocol, 'whole'));
      expect(outcome(await run(protocol, 'whole', slowGateway))).toEqual(whole);
      provider.script('pieces', { recorded: lines, splitSeed: seed });
      expect(outcome(await run(protocol, 'pieces'))).toEqual(whole);

      const random = seededRandom(seed + name.length);
      const size = lines.join('\n').length;
      for (let turn = 0; turn < 6; turn += 1) {
        const cutAtByte = 1 + Math.floor(random() * size);
        provider.script('cut', { recorded: lines, cutAtByte });
        const cut = outcome(await run(protocol, 'cut'));
        const where = `${name} cut at byte ${cutAtByte}`;
        expect(whole.text.startsWith(cut.text), where).toBe(true);
        // Only a cut after the provider's own end may look complete, and then nothing is missing.
        if (cut.ending === whole.ending) expect(cut.text, where).toBe(whole.text);
        else expect(cut.ending, where).toBe('model.cut');
      }
    });
  });

  it('reads the texts that were recorded', async () => {
    const texts = {
      openai: 'openai-text',
      openai_responses: 'openai-phase.1',
      anthropic: 'anthropic-text',
      google: 'google-text',
      openai_compatible: 'xai-text',
    };
    for (const protocol of protocols) {
      const recorded = findRecordedStream(protocol, texts[protocol]);
      provider.script('recorded', { recorded: recorded?.lines ?? [] });
      const { text, ending, usage } = outcome(await run(protocol, 'recorded'));
      expect(text.length, protocol).toBeGreaterThan(3);
      expect(ending, protocol).toBe('stop');
      expect(usage, protocol).toMatchObject({ estimated: false });
    }
  });
});

const faults: [model: string, ending: string][] = [
  ['scripted-400', 'model.refused_request'],
  ['scripted-401', 'model.unauthorized'],
  ['scripted-402', 'model.rate_limited'],
  ['scripted-403', 'model.unauthorized'],
  ['scripted-404', 'model.not_found'],
  ['scripted-408', 'model.timeout'],
  ['scripted-413', 'model.refused_request'],
  ['scripted-422', 'model.refused_request'],
  ['scripted-429', 'model.rate_limited'],
  ['scripted-500', 'model.provider_error'],
  ['scripted-502', 'model.provider_error'],
  ['scripted-503', 'model.overloaded'],
  ['scripted-529', 'model.overloaded'],
  ['no-such-model', 'model.not_found'],
  ['scripted-cut', 'model.cut'],
  ['scripted-reset', 'model.cut'],
  ['scripted-empty', 'model.cut'],
  ['scripted-garbage', 'model.garbled'],
  ['scripted-html', 'model.garbled'],
  ['scripted-hang', 'model.timeout'],
  ['scripted-hang-first', 'model.timeout'],
  ['scripted-silent', 'model.timeout'],
  ['scripted-json-error', 'model.provider_error'],
  ['scripted-open', 'stop'],
  ['scripted-length', 'length'],
  ['scripted-filtered', 'content_filter'],
  ['scripted-tool', 'tool_calls'],
  ['scripted-pings', 'stop'],
  ['scripted-split', 'stop'],
  ['scripted-burst', 'stop'],
];

describe.each(protocols)('%s', (protocol) => {
  it.each(faults)('%s ends as %s', async (model, ending) => {
    const events = await run(protocol, model);
    // Anthropic's models are not filtered: they refuse.
    const isRefused = protocol === 'anthropic' && ending === 'content_filter';
    expect(outcome(events).ending).toBe(isRefused ? 'refusal' : ending);
    expect(JSON.stringify(events)).not.toContain(testKey);
  });

  it('reports an error inside the stream in words and keeps the text before it', async () => {
    const events = await run(protocol, 'scripted-error');
    const { ending, text, usage } = outcome(events);
    expect(['model.overloaded', 'model.provider_error']).toContain(ending);
    expect(text).toMatch(/^A scripted provider/);
    expect(usage).toMatchObject({ estimated: true });
    expect(events.at(-1)).toMatchObject({ message: expect.stringContaining('broke down') });
  });

  it('says what a failure says that comes with status 200', async () => {
    expect((await run(protocol, 'scripted-json-error')).at(-1)).toMatchObject({
      message: expect.stringContaining('broke down'),
    });
  });

  it('has the whole answer and its usage where the connection stays open after it', async () => {
    const { text, usage } = outcome(await run(protocol, 'scripted-open'));
    expect(text).toContain('check that no character is torn apart.');
    expect(usage).toMatchObject({ inputTokens: 8, estimated: false });
  });

  it('gives whole text and exact usage in the good case', async () => {
    const { text, usage } = outcome(await run(protocol, 'scripted-split'));
    expect(text).toContain('Grüße aus Zürich, 東京 and 🙂 check');
    expect(usage).toMatchObject({ inputTokens: 8, estimated: false });
  });

  it('estimates the usage where the provider leaves it out', async () => {
    const { usage, ending } = outcome(await run(protocol, 'scripted-no-usage'));
    expect(ending).toBe('stop');
    expect(usage).toMatchObject({ estimated: true });
    expect(usage?.inputTokens).toBeGreaterThan(8);
    expect(usage?.outputTokens).toBeGreaterThan(20);
  });

  it('yields a tool call whole', async () => {
    const events = await run(protocol, 'scripted-tool');
    // Beside it may stand what the provider wants back with the answer of the tool.
    const call = events.filter(({ type }) => type === 'tool-call');
    expect(call).toEqual([
      expect.objectContaining({
        id: expect.any(String),
        name: 'lookup',
        input: { query: 'weather in Zürich' },
      }),
    ]);
  });

  it('tries again after a passing fault, saying so', async () => {
    for (const model of ['scripted-429-once', 'scripted-529-once', 'scripted-500-once']) {
      const events = await run(protocol, model);
      expect(outcome(events).ending, model).toBe('stop');
      expect(events[0], model).toMatchObject({ type: 'warning', message: expect.stringContaining('again') });
    }
  });

  it('says when an answer comes too late to wait for', async () => {
    provider.script('patience', { status: 429, headers: { 'retry-after': '3600' } });
    provider.requests.length = 0;
    const events = await run(protocol, 'patience');
    expect(events.at(-1)).toMatchObject({ retryable: true, retryAfterMs: 3_600_000, status: 429 });
    expect(provider.requests).toHaveLength(1);
  });

  it('never repeats the key that a provider repeats', async () => {
    provider.script('gossip', {
      status: 401,
      errorMessage: `Incorrect API key provided: ${testKey}, sk-te***cret.`,
    });
    const events = JSON.stringify(await run(protocol, 'gossip'));
    expect(events).toContain('[key]');
    expect(events).not.toContain('secret');
    expect(events).not.toContain('cret');
  });

  it('closes the upstream call within 250 ms of stop', async () => {
    for (const model of [
      'scripted-slow',
      'scripted-silent',
      'scripted-hang-first',
      'scripted-rate-100-500',
    ]) {
      provider.requests.length = 0;
      const stop = new AbortController();
      const call = modelCall({
        ...spoken(protocol),
        baseUrl: provider.baseUrls[protocol],
        model,
        signal: stop.signal,
      });
      const running = collect(gateway.stream(call));
      while (!provider.requests[0]) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 60));
      const stopped = performance.now();
      stop.abort();
      expect(outcome(await running).ending, model).toBe('interrupted');
      expect(await provider.requests[0].over, model).toBe('closed-by-client');
      expect((provider.requests[0].closedByClientAt ?? 0) - stopped, model).toBeLessThan(250);
    }
  });

  it('closes the upstream call when the reader leaves', async () => {
    provider.requests.length = 0;
    const call = modelCall({
      ...spoken(protocol),
      baseUrl: provider.baseUrls[protocol],
      model: 'scripted-rate-100-500',
    });
    for await (const event of gateway.stream(call)) if (event.type === 'text-delta') break;
    expect(await provider.requests[0]?.over).toBe('closed-by-client');
  });

  it('sends exactly the messages and the settings', async () => {
    provider.requests.length = 0;
    const call = modelCall({
      ...spoken(protocol),
      baseUrl: provider.baseUrls[protocol],
      model: 'scripted-json',
      settings: { temperature: 0.5, maxOutputTokens: 77, stop: ['END'] },
      messages: [
        { role: 'system', content: 'S' },
        { role: 'user', content: 'U1' },
        { role: 'assistant', content: 'A' },
        { role: 'user', content: 'U2' },
      ],
    });
    await collect(gateway.stream(call));
    expect(provider.requests).toHaveLength(1);
    expect(provider.requests[0]?.body).toMatchObject(sentBody[protocol]);
    expect(provider.requests[0]?.headers).toMatchObject(
      protocol === 'anthropic'
        ? { 'x-api-key': '…cret' }
        : protocol === 'google'
          ? { 'x-goog-api-key': '…cret' }
          : { authorization: '…cret' },
    );
  });

  it('does not call at all when it was stopped before', async () => {
    provider.requests.length = 0;
    const call = modelCall({
      ...spoken(protocol),
      baseUrl: provider.baseUrls[protocol],
      model: 'scripted-json',
      signal: AbortSignal.abort(),
    });
    expect(await collect(gateway.stream(call))).toEqual([{ type: 'end', finishReason: 'interrupted' }]);
    expect(provider.requests).toHaveLength(0);
  });

  it('lists the models and tests the connection', async () => {
    const connection = {
      ...spoken(protocol),
      baseUrl: provider.baseUrls[protocol],
      apiKey: testKey,
      signal: new AbortController().signal,
    };
    const listed = await gateway.listModels(connection);
    expect(listed).toMatchObject({ ok: true });
    expect(JSON.stringify(listed)).toContain('"id":"scripted-fast"');
    expect(await gateway.test(connection)).toMatchObject({ ok: true });
    const refused = await gateway.test({ ...connection, apiKey: 'scripted-wrong-key' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'model.unauthorized' } });
    expect(JSON.stringify(refused)).not.toContain('scripted-wrong-key');
    const nowhere = await gateway.test({ ...connection, baseUrl: 'http://127.0.0.1:9' });
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'model.unreachable' } });
  });

  it('says what is unreachable', async () => {
    const call = modelCall({ ...spoken(protocol), baseUrl: 'http://127.0.0.1:9/v1', model: 'any' });
    const events = await collect(gateway.stream(call));
    expect(events.at(-1)).toMatchObject({
      code: 'model.unreachable',
      message: expect.stringContaining('127.0.0.1:9'),
    });
  });
});

const chatBody = {
  temperature: 0.5,
  max_tokens: 77,
  stop: ['END'],
  messages: [
    { role: 'system', content: 'S' },
    { role: 'user', content: 'U1' },
    { role: 'assistant', content: 'A' },
    { role: 'user', content: 'U2' },
  ],
};
const sentBody: Record<Protocol, object> = {
  openai: chatBody,
  openai_compatible: chatBody,
  openai_responses: {
    temperature: 0.5,
    max_output_tokens: 77,
    store: false,
    input: [
      { role: 'system', content: 'S' },
      { role: 'user', content: [{ type: 'input_text', text: 'U1' }] },
      { role: 'assistant', content: 'A' },
      { role: 'user', content: [{ type: 'input_text', text: 'U2' }] },
    ],
  },
  anthropic: {
    temperature: 0.5,
    max_tokens: 77,
    stop_sequences: ['END'],
    system: [{ type: 'text', text: 'S' }],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'U1' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'A' }] },
      { role: 'user', content: [{ type: 'text', text: 'U2' }] },
    ],
  },
  google: {
    generationConfig: { temperature: 0.5, maxOutputTokens: 77, stopSequences: ['END'] },
    systemInstruction: { parts: [{ text: 'S' }] },
    contents: [
      { role: 'user', parts: [{ text: 'U1' }] },
      { role: 'model', parts: [{ text: 'A' }] },
      { role: 'user', parts: [{ text: 'U2' }] },
    ],
  },
};
