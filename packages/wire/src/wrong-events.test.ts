/** Events that are JSON, but of no shape that their protocol knows, first and in the middle of an answer. */
import { describe, expect, it } from 'vitest';
import { collect, hurriedClock, modelCall, outcome } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';
import type { ModelCall } from './model-event.ts';

type Wire = Pick<ModelCall, 'provider' | 'api'> & { begin: object[] };

const wires: Record<string, Wire> = {
  chat: {
    provider: 'openai_compatible',
    begin: [{ id: 'c', created: 1, model: 'm', choices: [{ index: 0, delta: { content: 'Well' } }] }],
  },
  responses: {
    provider: 'openai',
    api: 'responses',
    begin: [
      { type: 'response.created', response: { id: 'r', created_at: 1, model: 'm' } },
      {
        type: 'response.output_item.added',
        output_index: 0,
        item: { type: 'message', id: 'i', role: 'assistant', content: [] },
      },
      { type: 'response.output_text.delta', item_id: 'i', output_index: 0, delta: 'Well' },
    ],
  },
  anthropic: {
    provider: 'anthropic',
    begin: [
      {
        type: 'message_start',
        message: { id: 'a', model: 'm', role: 'assistant', usage: { input_tokens: 1, output_tokens: 1 } },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Well' } },
    ],
  },
  google: {
    provider: 'google',
    begin: [{ candidates: [{ content: { role: 'model', parts: [{ text: 'Well' }] }, index: 0 }] }],
  },
};

const wrong = [
  { choices: 'none' },
  { choices: [{ delta: { tool_calls: [{ index: 0, function: { arguments: 7 } }] } }] },
  { type: 'response.output_text.delta', delta: 7 },
  { type: 'response.output_item.added', output_index: 0, item: null },
  { type: 'response.completed' },
  { type: 'message_start', message: 'soon' },
  { type: 'content_block_delta', index: 7, delta: { type: 'input_json_delta', partial_json: '{}' } },
  { type: 'content_block_start', index: 'first', content_block: null },
  { type: 'message_delta' },
  { type: 'error', error: 7 },
  { error: { code: {}, message: 7 } },
  { candidates: [{ content: { parts: 'none' } }] },
  { candidates: [{ finishReason: 7 }] },
  ['a', 'list'],
  7,
  null,
];

async function answerOf({ provider, api }: Wire, events: readonly unknown[]) {
  const named = (event: unknown) =>
    provider === 'anthropic' && typeof event === 'object' && event !== null && 'type' in event
      ? `event: ${event.type}\n`
      : '';
  const body = events.map((event) => `${named(event)}data: ${JSON.stringify(event)}\n\n`).join('');
  const fetch = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const gateway = createLlmGateway({ fetch, clock: hurriedClock });
  const call = modelCall({ provider, api, baseUrl: 'http://gateway.example/v1', model: 'm' });
  const answer = await collect(gateway.stream(call));
  return { ...outcome(answer), last: answer.at(-1) };
}

/** What only those who write programs understand. */
const ofLibraries =
  /normali[sz]ed|Expected|Cannot read|undefined|is not (?:a function|iterable)|zod|validation|\[object/i;

describe.each(Object.entries(wires))('over %s', (_name, wire) => {
  it.each(wrong.map((event) => [JSON.stringify(event), event]))(
    '%s is told in words',
    async (_text, event) => {
      for (const events of [[event], [...wire.begin, event]]) {
        const { ending, last } = await answerOf(wire, events);
        // What a protocol lets pass is no answer that came to its end.
        expect(ending).toMatch(/^model\.(?:garbled|cut|provider_error)$/);
        expect(last).not.toMatchObject({ message: expect.stringMatching(ofLibraries) });
        expect(last).toMatchObject({ message: expect.stringContaining('gateway.example') });
      }
    },
  );
});

describe('counts of tokens that no call has', () => {
  const end = { id: 'c', created: 1, model: 'm', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  const usageFor = async (usage: object) =>
    (await answerOf(wires.chat as Wire, [...(wires.chat as Wire).begin, end, { ...end, choices: [], usage }]))
      .usage;

  it.each([
    [{ prompt_tokens: 1e12, completion_tokens: 1e12 }],
    [{ prompt_tokens: 10, completion_tokens: 2_147_483_648 }],
    [{ prompt_tokens: 10.5, completion_tokens: 2 }],
    [{ prompt_tokens: -10, completion_tokens: 2 }],
    [{ prompt_tokens: null, completion_tokens: null }],
  ])('%o is counted here instead', async (usage) => {
    expect(await usageFor(usage)).toMatchObject({ estimated: true, outputTokens: 2 });
  });

  const ends: Record<string, (usage: unknown) => object[]> = {
    chat: (usage) => [end, { ...end, choices: [], usage }],
    responses: (usage) => [{ type: 'response.completed', response: { usage } }],
    anthropic: (usage) => [
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage },
      { type: 'message_stop' },
    ],
    google: (usageMetadata) => [
      {
        candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, finishReason: 'STOP' }],
        usageMetadata,
      },
    ],
  };

  it.each(
    Object.keys(ends).flatMap((name) =>
      [
        'unknown',
        7,
        [],
        { prompt_tokens: 'ten', completion_tokens: '2', prompt_tokens_details: 'none' },
        { input_tokens: '10', output_tokens: {}, input_tokens_details: { cached_tokens: 'many' } },
        { promptTokenCount: '10', candidatesTokenCount: true, promptTokensDetails: [{ tokenCount: 'x' }] },
      ].map((usage) => [name, usage] as const),
    ),
  )('over %s the answer is whole with the usage %j', async (name, usage) => {
    const wire = wires[name] as Wire;
    const lasts = ends[name]?.(usage) ?? [];
    const whole = await answerOf(wire, [...wire.begin, ...lasts]);
    expect(whole).toMatchObject({ ending: 'stop', text: 'Well', usage: { estimated: true } });
  });

  it('no more of what was read comes from a cache than was read', async () => {
    expect(
      await usageFor({
        prompt_tokens: 10,
        completion_tokens: 2,
        prompt_tokens_details: { cached_tokens: 99 },
      }),
    ).toEqual({
      type: 'usage',
      inputTokens: 10,
      outputTokens: 2,
      cachedInputTokens: 10,
      estimated: false,
    });
  });
});
