import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as models from '@promptvault/contract/studio/models/routes';
import type { ModelView } from '@promptvault/contract/studio/models/shapes';
import * as runs from '@promptvault/contract/studio/runs/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
});
afterAll(() => world.close());

const listed = async (name: string): Promise<ModelView> => {
  const { body } = await world.house.as('viewer').call(models.listModels);
  return body.items.find(({ model }: ModelView) => model === name);
};

it('leaves out what the model does not take, and the run says so', async () => {
  expect((await listed('scripted-json')).settings).toMatchObject({
    temperature: true,
    topK: null,
    reasoningTokens: false,
    seed: null,
  });
  const { runIds } = await world.start(['scripted-json'], {
    settings: { topK: 5, temperature: 0.25, seed: 3, reasoningTokens: 2_000 },
  });
  const run = await world.ended(runIds[0] ?? '');
  expect(run.status).toBe('finished');
  expect(run.warnings).toContain('The tokens for reasoning were left out: scripted-json does not take them.');
  // What was asked for stays on the run, to be asked for again.
  expect(run.settings).toMatchObject({ temperature: 0.25, reasoningTokens: 2_000 });
  const body = world.provider.requests.at(-1)?.body as Record<string, unknown>;
  expect(body).toMatchObject({ temperature: 0.25, seed: 3, top_k: 5 });
  expect(body).not.toHaveProperty('reasoning_tokens');
});

it('goes by what the organization says of a model', async () => {
  const { connectionId } = world;
  await world.house.as('owner').call(models.createModelFacts, {
    body: { connectionId, model: 'scripted-reasoning', reasoning: false },
  });
  expect((await listed('scripted-reasoning')).settings.reasoningEffort).toBe(false);
  const { runIds } = await world.start(['scripted-reasoning'], { settings: { reasoningEffort: 'high' } });
  expect((await world.ended(runIds[0] ?? '')).warnings).toContain(
    'The reasoning effort was left out: scripted-reasoning does not take it.',
  );
});

it('takes a strategy as its settings, over all that the prompt says of sampling', async () => {
  const source = {
    kind: 'document',
    document: { ...document, settings: { temperature: 1.9, topK: 7, seed: 4 } },
  };
  const start = async (settings: object) => {
    const { status, body, runIds } = await world.start(['scripted-json'], { source, settings });
    expect(status, JSON.stringify(body)).toBe(201);
    const run = await world.ended(runIds[0] ?? '');
    return { run, sent: world.provider.requests.at(-1)?.body as Record<string, unknown> };
  };
  const { run, sent } = await start({ sampling: 'precise', topP: 0.5 });
  // As numbers too, so that it is the same again whatever the name comes to mean.
  expect(run.settings).toEqual({ sampling: 'precise', temperature: 0.2, topP: 0.5, seed: 4 });
  expect(sent).toMatchObject({ temperature: 0.2, top_p: 0.5, seed: 4 });
  expect(sent).not.toHaveProperty('top_k');
  expect(sent).not.toHaveProperty('sampling');
  const again = await world.house.as('editor').call(runs.retryRun, { params: { runId: run.id }, body: {} });
  expect((await world.ended(again.body.run.id)).settings).toEqual(run.settings);
  expect((await start({})).run.settings).toEqual({ temperature: 1.9, topK: 7, seed: 4 });
  expect((await world.start(['scripted-json'], { settings: { sampling: 'wild' } })).status).toBe(422);
});

it('sends to a server that was found out as Ollama nothing it would pass over in silence', async () => {
  const bodies: Record<string, unknown>[] = [];
  const ollama = createServer((request, response) => {
    if (request.url === '/v1/models')
      return void response.end(JSON.stringify({ data: [{ id: 'llama3', owned_by: 'library' }] }));
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      if (request.url !== '/v1/chat/completions') return void response.end('{}');
      bodies.push(JSON.parse(text));
      const choice = { index: 0, delta: { role: 'assistant', content: 'Hi.' }, finish_reason: 'stop' };
      const chunk = {
        id: 'c',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'llama3',
        choices: [choice],
      };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
    });
  });
  await new Promise<void>((resolve) => ollama.listen(0, '127.0.0.1', resolve));
  const { port } = ollama.address() as AddressInfo;
  const connection = await world.house.as('owner').call(models.createConnection, {
    body: { name: 'Own', provider: 'openai_compatible', baseUrl: `http://127.0.0.1:${port}/v1` },
  });
  expect(connection.status, JSON.stringify(connection.body)).toBe(201);
  const { settings: taken } = await listed('llama3');
  expect(taken).toMatchObject({ temperature: true, seed: true, topK: false, minP: false, logitBias: false });
  const settings = { sampling: 'creative', topK: 5, repetitionPenalty: 1.2 };
  const { runIds } = await world.start([], {
    models: [{ connectionId: connection.body.id, model: 'llama3' }],
    settings,
  });
  const run = await world.ended(runIds[0] ?? '');
  expect(run.status, JSON.stringify(run.error)).toBe('finished');
  expect(run.warnings).toEqual([
    'Top k was left out: llama3 does not take it.',
    'Min p was left out: llama3 does not take it.',
    'The repetition penalty was left out: llama3 does not take it.',
  ]);
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toMatchObject({ temperature: 1, top_p: 0.98, presence_penalty: 0.2 });
  for (const name of ['top_k', 'min_p', 'repetition_penalty', 'repeat_penalty'])
    expect(bodies[0]).not.toHaveProperty(name);
  ollama.close();
});

it('refuses settings that no model takes', async () => {
  for (const settings of [{ topK: 0 }, { frequencyPenalty: 3 }, { reasoningEffort: 'extreme' }])
    expect((await world.start(['scripted-json'], { settings })).status).toBe(422);
});
