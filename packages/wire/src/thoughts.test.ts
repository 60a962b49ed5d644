/** Providers that refuse the answers of tools unless they are given back what their model thought before it called. */
import { expect, it } from 'vitest';
import { collect, hurriedClock, modelCall } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';
import type { ModelCall } from './model-event.ts';
import { createThoughtBook } from './thoughts.ts';

const tools = [{ id: 't', name: 'now', description: '', parameters: { type: 'object', properties: {} } }];

/** The messages of the second step, after the first has called a tool. */
async function secondStep(given: Pick<ModelCall, 'provider'>, events: readonly { type?: string }[]) {
  const sent: { messages: unknown[] }[] = [];
  const fetch = async (_input: unknown, init?: RequestInit) => {
    sent.push(JSON.parse(String(init?.body)));
    const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const gateway = createLlmGateway({ fetch: fetch as typeof globalThis.fetch, clock: hurriedClock });
  const call = modelCall({ baseUrl: 'http://models.example/v1', model: 'm', tools, ...given });
  const first = await collect(gateway.stream(call));
  const calls = first.flatMap((event) => (event.type === 'tool-call' ? [event] : []));
  expect(calls).toHaveLength(2);
  const thoughts = calls.flatMap((event) => event.thoughts ?? []);
  const result = { ok: true, output: 'noon' };
  const turns = [{ text: '', thoughts, calls: calls.map((event) => ({ ...event, result })) }];
  await collect(gateway.stream({ ...call, turns }));
  return sent[1]?.messages.find((message) => (message as { role: string }).role === 'assistant');
}

it('gives Anthropic its thoughts back with their signatures, before the calls', async () => {
  const block = (index: number, content_block: object, ...deltas: object[]) => [
    { type: 'content_block_start', index, content_block },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
  const used = (id: string) => ({ type: 'tool_use', id, name: 'now', input: {} });
  const message = await secondStep({ provider: 'anthropic' }, [
    {
      type: 'message_start',
      message: { id: 'a', model: 'm', usage: { input_tokens: 9, output_tokens: 1 } },
    } as object,
    ...block(
      0,
      { type: 'thinking', thinking: '', signature: '' },
      { type: 'thinking_delta', thinking: 'What time ' },
      { type: 'thinking_delta', thinking: 'is it?' },
      { type: 'signature_delta', signature: 'signed' },
    ),
    ...block(1, { type: 'redacted_thinking', data: 'sealed' }),
    ...block(2, used('t1')),
    ...block(3, used('t2')),
    { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } } as object,
    { type: 'message_stop' },
  ]);
  expect(message).toMatchObject({
    content: [
      { type: 'thinking', thinking: 'What time is it?', signature: 'signed' },
      { type: 'redacted_thinking', data: 'sealed' },
      { type: 'tool_use', id: 't1' },
      { type: 'tool_use', id: 't2' },
    ],
  });
});

it.each([
  ['reasoning_content', 'What time is it?'],
  ['reasoning', undefined],
])('gives a compatible server back what it thought in %s: %s', async (field, thought) => {
  const chunk = (delta: object, finish_reason: string | null = null) =>
    ({ id: 'c', choices: [{ index: 0, delta, finish_reason }] }) as object;
  const called = (index: number) => ({
    tool_calls: [{ index, id: `t${index}`, type: 'function', function: { name: 'now', arguments: '{}' } }],
  });
  const message = (await secondStep({ provider: 'openai_compatible' }, [
    chunk({ [field]: 'What time ' }),
    chunk({ [field]: 'is it?' }),
    ...[chunk(called(0)), chunk(called(1)), chunk({}, 'tool_calls')],
  ])) as Record<string, unknown>;
  expect(message.reasoning_content).toBe(thought);
  expect(message.tool_calls).toHaveLength(2);
});

it('keeps no thoughts without end, and gives none back where some were lost', () => {
  const sealed = { anthropic: { redactedData: 'x'.repeat(900_000) } };
  const few = createThoughtBook({ provider: 'anthropic' });
  for (let block = 0; block < 3; block++) few.begin(sealed);
  expect(few.wanted(false)).toHaveLength(3);
  const many = createThoughtBook({ provider: 'anthropic' });
  for (let block = 0; block < 5; block++) many.begin(sealed);
  expect(many.wanted(false)).toEqual([]);
});
