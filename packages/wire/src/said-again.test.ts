/** Servers that say words again in a later event: each is told once, and none is lost. */
import { expect, it } from 'vitest';
import { collect, hurriedClock, modelCall, outcome } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';
import type { ModelCall } from './model-event.ts';

const framed = (events: readonly unknown[]) =>
  events.map((e) => `data: ${typeof e === 'string' ? e : JSON.stringify(e)}\n\n`);
async function read(given: Partial<ModelCall> & Pick<ModelCall, 'provider'>, events: readonly unknown[]) {
  const body = new ReadableStream<Uint8Array>({
    async start(c) {
      for (const p of framed(events)) {
        c.enqueue(new TextEncoder().encode(p));
        await new Promise((r) => setTimeout(r, 5));
      }
      c.close();
    },
  });
  const fetch = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const call = modelCall({ baseUrl: 'http://gateway.example/v1', model: 'm', ...given });
  return outcome(
    await collect(
      createLlmGateway({ fetch, clock: hurriedClock }).stream({
        ...call,
        settings: { maxOutputTokens: 100 },
      }),
    ),
  );
}
const chunk = (delta: object, reason: string | null = null) => ({
  id: 'c',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: reason }],
});
const item = {
  type: 'message',
  id: 'msg',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text: 'One two', annotations: [] }],
};
const created = { type: 'response.created', response: { id: 'r', created_at: 1, model: 'm' } };
const thought = {
  type: 'response.reasoning_text.delta',
  delta: 'Hm',
  item_id: 'rs',
  output_index: 0,
  content_index: 0,
};
const words = (output_index: number) => ({
  type: 'response.output_text.delta',
  item_id: 'msg',
  output_index,
  content_index: 0,
  delta: 'One two',
});
const done = (output_index: number, one: object) => ({
  type: 'response.output_item.done',
  output_index,
  item: one,
});
const completed = (more: object = {}) => ({
  type: 'response.completed',
  response: { id: 'r', created_at: 1, model: 'm', usage: { input_tokens: 9, output_tokens: 5 }, ...more },
});
const responses = { provider: 'openai_compatible', api: 'responses' } as const;
const last = {
  ...chunk({}),
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'One two' } }],
};
it.each([
  [
    'last event is the whole completion',
    { provider: 'openai_compatible' } as const,
    [chunk({ content: 'One ' }), chunk({ content: 'two' }, 'stop'), last, '[DONE]'],
  ],
  [
    'items done at the end, thoughts first',
    responses,
    [
      created,
      thought,
      words(1),
      done(0, { type: 'reasoning', id: 'rs', summary: [] }),
      done(1, item),
      completed(),
    ],
  ],
  [
    'a call is done before the message',
    responses,
    [
      created,
      words(0),
      done(1, {
        type: 'function_call',
        id: 'f',
        call_id: 'a',
        name: 'now',
        arguments: '{}',
        status: 'completed',
      }),
      done(0, item),
      completed(),
    ],
  ],
  ['thoughts stream, words in their item alone', responses, [created, thought, done(1, item), completed()]],
  [
    'thoughts stream, words in the last event alone',
    responses,
    [created, thought, completed({ output: [item] })],
  ],
])('tells each word once where %s', async (_name, wire, events) =>
  expect(await read(wire, events)).toMatchObject({ text: 'One two' }),
);
