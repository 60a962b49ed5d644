import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { collect, hurriedClock, modelCall, outcome } from '@promptvault/wire/gateway-testing';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import type { ModelEvent } from '@promptvault/wire/model-event';
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

const tool = {
  id: 't',
  name: 'lookup',
  description: 'Looks up',
  parameters: { type: 'object', properties: { query: { type: 'string' } } },
};

/** Where each protocol carries what was called and what came of it. */
const places = {
  openai: {
    called: { role: 'assistant', tool_calls: [{ function: { name: 'lookup', arguments: '{"query":"a"}' } }] },
    answered: { role: 'tool', content: '7 degrees' },
  },
  openai_compatible: {
    called: { role: 'assistant', tool_calls: [{ function: { name: 'lookup', arguments: '{"query":"a"}' } }] },
    answered: { role: 'tool', content: '7 degrees' },
  },
  openai_responses: {
    called: { type: 'function_call', name: 'lookup', arguments: '{"query":"a"}' },
    answered: { type: 'function_call_output', output: '7 degrees' },
  },
  anthropic: {
    called: {
      role: 'assistant',
      content: [
        { type: 'text', text: 'I look.' },
        { type: 'tool_use', name: 'lookup', input: { query: 'a' } },
      ],
    },
    answered: { role: 'user', content: [{ type: 'tool_result' }] },
  },
  google: {
    called: { role: 'model', parts: [{ text: 'I look.' }, { functionCall: { name: 'lookup' } }] },
    answered: { role: 'user', parts: [{ functionResponse: { name: 'lookup' } }] },
  },
} as const;

describe.each(Object.keys(places) as (keyof typeof places)[])('%s', (protocol) => {
  const spoken =
    protocol === 'openai_responses'
      ? ({ provider: 'openai', api: 'responses' } as const)
      : ({ provider: protocol } as const);
  const at = () =>
    modelCall({ ...spoken, baseUrl: provider.baseUrls[protocol], model: 'turns', tools: [tool] });

  it.each([
    [true, '7 degrees'],
    [false, 'No such city'],
  ])('gives back what was called and what came of it (ok: %s)', async (ok, output) => {
    provider.script(
      'turns',
      { text: 'I look.', tool: { name: 'lookup', input: { query: 'a' } } },
      { text: 'It is 7.' },
    );
    const first = await collect(gateway.stream(at()));
    expect(outcome(first).ending).toBe('tool_calls');
    const call = first.find(
      (event): event is Extract<ModelEvent, { type: 'tool-call' }> => event.type === 'tool-call',
    );
    const { id = '', name = '', input, meta } = call ?? {};
    const turns = [{ text: 'I look.', calls: [{ id, name, input, meta, result: { ok, output } }] }];
    const second = outcome(await collect(gateway.stream({ ...at(), turns })));
    expect(second).toMatchObject({ text: 'It is 7.', ending: 'stop' });

    const { body } = provider.requests.at(-1) as { body: Record<string, unknown> };
    const sent = (body.messages ?? body.input ?? body.contents) as object[];
    const { called, answered } = places[protocol];
    expect(sent).toContainEqual(expect.objectContaining(deep(called)));
    if (ok) expect(sent.at(-1)).toEqual(expect.objectContaining(deep(answered)));
    expect(JSON.stringify(sent.at(-1))).toContain(output);
    // The result names its call in the words of the protocol.
    if (protocol !== 'google') expect(JSON.stringify(sent.at(-1))).toContain(id);
  });

  it('takes back arguments that were no JSON, and several calls in one step', async () => {
    provider.script('turns', { text: 'Done.' });
    const result = { ok: false, output: 'The arguments are not a JSON object.' };
    const turns = [
      {
        text: '',
        calls: [
          { id: 'call_a', name: 'lookup', input: '{"query":', result },
          { id: 'call_b', name: 'lookup', input: {}, result: { ok: true, output: '' } },
        ],
      },
    ];
    expect(outcome(await collect(gateway.stream({ ...at(), turns })))).toMatchObject({ text: 'Done.' });
    expect(JSON.stringify(provider.requests.at(-1)?.body)).toContain('not a JSON object');
  });
});

/** Objects within match where they hold more than is said. */
function deep(value: unknown): Record<string, unknown> {
  const loose = (inner: unknown): unknown =>
    Array.isArray(inner)
      ? inner.map(loose)
      : typeof inner === 'object' && inner !== null
        ? expect.objectContaining(deep(inner))
        : inner;
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, loose(inner)]));
}
