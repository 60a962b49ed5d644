import { createServer, type Server } from 'node:http';
import * as contract from '@promptvault/contract/studio/models/routes';
import type { DiscoveredServerView } from '@promptvault/contract/studio/models/shapes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const discover = (caller: 'editor' | 'viewer', body: object = {}) =>
  house.as(caller).call(contract.discoverServers, { body });

/** Listens at the usual port of vLLM; undefined where something else has it. */
const listen = (server: Server) =>
  new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(8_000, '127.0.0.1', () => resolve(true));
  });

it('says of each usual place whether something answers there, and why not', async () => {
  const server = createServer((_, response) =>
    response.end(JSON.stringify({ object: 'list', data: [{ id: 'qwen3', max_model_len: 40_960 }] })),
  );
  const listening = await listen(server);
  const { status, body } = await discover('editor', { host: '127.0.0.1' });
  server.closeAllConnections();
  server.close();
  expect(status).toBe(200);
  expect(body.items.map(({ server: name }: DiscoveredServerView) => name)).toEqual([
    'ollama',
    'lm_studio',
    'vllm',
    'llama_cpp',
  ]);
  for (const found of body.items as DiscoveredServerView[])
    if (!found.ok) expect(found.message).toMatch(/[A-Z].+\./);
  if (listening)
    expect(body.items[2]).toMatchObject({ ok: true, models: ['qwen3'], modelCount: 1, connectionId: null });
});

it('never looks at a metadata address, nor at what is no machine', async () => {
  const { body } = await discover('editor', { host: '169.254.169.254' });
  for (const found of body.items) expect(found).toMatchObject({ ok: false, code: 'model.unreachable' });
  expect((await discover('editor', { host: 'a/b' })).body.code).toBe('request.invalid');
  expect((await discover('editor', { host: 'a@b' })).body.code).toBe('request.invalid');
});

it('is for those who may use models', async () => {
  expect((await discover('viewer')).status).toBe(403);
});
