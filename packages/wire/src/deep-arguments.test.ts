import { expect, it } from 'vitest';
import { collect, hurriedClock, modelCall } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';

async function argumentsOf(written: string): Promise<unknown> {
  const call = { index: 0, id: 't', type: 'function', function: { name: 'look_up', arguments: written } };
  const events = [
    { id: 'c', created: 1, model: 'm', choices: [{ index: 0, delta: { tool_calls: [call] } }] },
    { id: 'c', created: 1, model: 'm', choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] },
  ];
  const body = `${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`;
  const fetch = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const gateway = createLlmGateway({ fetch, clock: hurriedClock });
  const model = { provider: 'openai_compatible' as const, baseUrl: 'http://gateway.example/v1', model: 'm' };
  const answer = await collect(gateway.stream(modelCall(model)));
  return answer.find((event) => event.type === 'tool-call')?.input;
}

it('keeps arguments nested deeper than anybody walks as the model wrote them', async () => {
  const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  expect(await argumentsOf(nested(50))).toEqual(JSON.parse(nested(50)));
  expect(await argumentsOf(nested(5_000))).toBe(nested(5_000));
});
