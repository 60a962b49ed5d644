/** Answers that their model or its provider ended, and those whose last event never comes. */
import { describe, expect, it } from 'vitest';
import { collect, hurriedClock, modelCall, outcome } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';
import type { ModelCall } from './model-event.ts';

type Wire = Pick<ModelCall, 'provider' | 'api'>;
const openai: Wire = { provider: 'openai', api: 'chat' };
const compatible: Wire = { provider: 'openai_compatible' };
const overResponses: Wire = { provider: 'openai', api: 'responses' };
const anthropic: Wire = { provider: 'anthropic' };
const google: Wire = { provider: 'google' };

const framed = (event: unknown) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`;
const named = (event: { type: string }) => `event: ${event.type}\n${framed(event)}`;

/** What comes of these pieces; then the connection ends, or stays open and pings. */
async function answerOf(
  given: Partial<ModelCall> & Wire,
  pieces: readonly string[],
  open?: 'silent' | 'pings',
) {
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const put = (text: string) => controller.enqueue(new TextEncoder().encode(text));
      for (const piece of pieces) put(piece);
      if (!open) return controller.close();
      for (; open === 'pings' && !left; await new Promise((resolve) => setTimeout(resolve, 20)))
        put(given.provider === 'anthropic' ? named({ type: 'ping' }) : ': ping\n\n');
    },
    cancel() {
      left = true;
    },
  });
  const fetch = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const call = modelCall({ baseUrl: 'http://gateway.example/v1', model: 'm', ...given });
  const began = hurriedClock.monotonic();
  const events = await collect(createLlmGateway({ fetch, clock: hurriedClock }).stream(call));
  const warnings = events.flatMap((one) => (one.type === 'warning' ? [one.message] : []));
  return { ...outcome(events), warnings, tookMs: hurriedClock.monotonic() - began };
}

const chunk = (delta: object, finish_reason: string | null = null) => ({
  ...{ id: 'c', created: 1, model: 'm' },
  choices: [{ index: 0, delta, finish_reason }],
});
const created = { type: 'response.created', response: { id: 'r', created_at: 1, model: 'm' } };
const refusedItem = {
  ...{ type: 'message', id: 'i', role: 'assistant', status: 'completed' },
  content: [{ type: 'refusal', refusal: 'I will not.' }],
};
const completed = { type: 'response.completed', response: { usage: { input_tokens: 9, output_tokens: 5 } } };
const said = { item_id: 'i', output_index: 0, content_index: 0 };

describe('a model that refuses', () => {
  const schema = { type: 'object', properties: {}, additionalProperties: false };
  it.each([
    ['chat completions of OpenAI', openai],
    ['chat completions of a compatible server', compatible],
  ] as const)('says so over %s', async (_name, wire) => {
    const pieces = [chunk({ refusal: 'I will ' }), chunk({ refusal: 'not.' }), chunk({}, 'stop'), '[DONE]'];
    for (const responseSchema of [null, schema]) {
      const found = await answerOf({ ...wire, responseSchema }, pieces.map(framed));
      expect(found).toMatchObject({ text: 'I will not.', ending: 'refusal', warnings: [] });
    }
    const whole = {
      choices: [{ index: 0, message: { content: null, refusal: 'I will not.' }, finish_reason: 'stop' }],
    };
    expect(await answerOf(wire, [JSON.stringify(whole)])).toMatchObject({
      ...{ text: 'I will not.', ending: 'refusal' },
    });
  });

  it('is not one whom a filter stops', async () => {
    const pieces = [chunk({ content: 'I would' }), chunk({}, 'content_filter'), '[DONE]'];
    expect(await answerOf(openai, pieces.map(framed))).toMatchObject({
      text: 'I would',
      ending: 'content_filter',
    });
  });

  it('says so over responses', async () => {
    const added = {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...refusedItem, content: [] },
    };
    const done = { type: 'response.output_item.done', output_index: 0, item: refusedItem };
    const streamed = [
      ...[created, added],
      ...['I will ', 'not.'].map((delta) => ({ type: 'response.refusal.delta', ...said, delta })),
      { type: 'response.refusal.done', ...said, refusal: 'I will not.' },
      ...[done, completed],
    ];
    const atOnce = [created, { ...completed, response: { ...completed.response, output: [refusedItem] } }];
    for (const events of [streamed, [created, added, done, completed], atOnce])
      expect(await answerOf(overResponses, events.map(framed))).toMatchObject({
        ...{ text: 'I will not.', ending: 'refusal' },
      });
  });

  const start = {
    type: 'message_start',
    message: { id: 'a', model: 'm', role: 'assistant', usage: { input_tokens: 9, output_tokens: 1 } },
  };
  it.each([
    [{ explanation: 'This breaks our rules.' }, '“This breaks our rules.”'],
    [{ category: 'cyber', explanation: null }, '“cyber”'],
    [undefined, undefined],
  ])('says why over Anthropic: %o', async (details, words) => {
    const delta = {
      ...{ stop_reason: 'refusal', stop_sequence: null },
      ...(details ? { stop_details: { type: 'refusal', ...details } } : {}),
    };
    const end = [{ type: 'message_delta', delta, usage: { output_tokens: 5 } }, { type: 'message_stop' }];
    const { text, ending, warnings } = await answerOf(anthropic, [start, ...end].map(named));
    expect({ text, ending }).toEqual({ text: '', ending: 'refusal' });
    expect(warnings.filter((one) => one.includes('says why'))).toEqual(
      words === undefined ? [] : [expect.stringContaining(words)],
    );
  });
});

describe('a filter of Google', () => {
  it.each([undefined, 'silent'] as const)(
    'says that it let no answer begin, where the connection is %s',
    async (open) => {
      for (const [blockReason, words] of [
        ['PROHIBITED_CONTENT', 'content that Google never allows'],
        ['SAFETY', 'for unsafe (SAFETY: dangerous content)'],
        ['OTHER', 'does not say why (OTHER)'],
      ] as const) {
        const safetyRatings =
          blockReason === 'SAFETY'
            ? [{ category: 'HARM_CATEGORY_DANGEROUS_CONTENT', probability: 'HIGH' }]
            : [];
        const event = {
          promptFeedback: { blockReason, safetyRatings },
          usageMetadata: { promptTokenCount: 9 },
        };
        const { ending, warnings } = await answerOf(google, [framed(event)], open);
        expect({ ending, warnings }).toEqual({
          ending: 'content_filter',
          warnings: [expect.stringContaining('Google blocked what was sent')],
        });
        expect(warnings[0]).toContain(words);
      }
    },
  );

  it.each([
    ['SAFETY', 'safety filter'],
    ['RECITATION', 'somebody else wrote'],
    ['SPII', 'personal data'],
  ])('says why it ended one: %s', async (finishReason, words) => {
    const candidate = { content: { role: 'model', parts: [{ text: 'I would' }] }, index: 0, finishReason };
    const found = await answerOf(google, [framed({ candidates: [candidate] })]);
    expect(found).toMatchObject({
      ...{ text: 'I would', ending: 'content_filter', warnings: [expect.stringContaining(words)] },
    });
  });
});

describe('an answer of Anthropic without its last event', () => {
  const begin = [
    {
      type: 'message_start',
      message: {
        ...{ id: 'a', model: 'm', role: 'assistant', stop_reason: null },
        usage: { input_tokens: 9, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Well.' } },
    { type: 'content_block_stop', index: 0 },
  ];
  const reason = (stop_reason: string | null) => ({
    type: 'message_delta',
    delta: { stop_reason, stop_sequence: null },
    usage: { output_tokens: 5 },
  });

  it.each([undefined, 'silent', 'pings'] as const)(
    'has ended where it names a reason, and is then %s',
    async (open) => {
      for (const [stopReason, ending] of [
        ['end_turn', 'stop'],
        ['max_tokens', 'length'],
        ['refusal', 'refusal'],
      ] as const) {
        const { tookMs, ...found } = await answerOf(
          anthropic,
          [...begin, reason(stopReason)].map(named),
          open,
        );
        expect(found).toMatchObject({ text: 'Well.', ending, usage: { inputTokens: 9, outputTokens: 5 } });
        expect(tookMs).toBeLessThan(30_000);
      }
    },
  );

  it('calls its tools', async () => {
    const call = { type: 'tool_use', id: 't', name: 'now', input: {} };
    const called = [
      { type: 'content_block_start', index: 1, content_block: call },
      { type: 'content_block_stop', index: 1 },
    ];
    const found = await answerOf(anthropic, [...begin, ...called, reason('tool_use')].map(named), 'silent');
    expect(found.ending).toBe('tool_calls');
  });

  it('has not where it names none, or goes on after it', async () => {
    expect(await answerOf(anthropic, begin.map(named))).toMatchObject({ ending: 'model.cut' });
    expect(await answerOf(anthropic, [...begin, reason(null)].map(named))).toMatchObject({
      ending: 'model.cut',
    });
    expect(await answerOf(anthropic, begin.map(named), 'pings')).toMatchObject({ ending: 'model.timeout' });
    const more = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: ' More' } };
    const early = [...begin.slice(0, 3), reason('end_turn'), more];
    expect(await answerOf(anthropic, early.map(named))).toMatchObject({
      text: 'Well. More',
      ending: 'model.cut',
    });
  });
});

it('an answer is over some seconds after its last event, however long its server still pings', async () => {
  const chat = [chunk({ content: 'Well.' }), chunk({}, 'stop'), '[DONE]'].map(framed);
  const { text, ending, tookMs } = await answerOf(compatible, chat, 'pings');
  expect({ text, ending }).toEqual({ text: 'Well.', ending: 'stop' });
  expect(tookMs).toBeLessThan(30_000);
});

it.each([
  ['eos', 'stop'],
  ['EOS_TOKEN', 'stop'],
  ['model_length', 'length'],
  ['tool_use', 'tool_calls'],
  ['constructor', 'other'],
  ['whatever', 'other'],
])('a reason that a server calls %s is %s', async (name, reason) => {
  const pieces = [chunk({ content: 'Well.' }), chunk({}, name), '[DONE]'].map(framed);
  const { ending, warnings } = await answerOf(compatible, pieces);
  expect(ending).toBe(reason);
  expect(warnings).toHaveLength(reason === 'other' ? 1 : 0);
});
