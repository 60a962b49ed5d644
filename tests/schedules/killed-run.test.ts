import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDocument } from '@promptvault/document';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { afterAll, beforeAll, expect, it } from 'vitest';

let dataDirectory: string;
let server: ServerProcess;
let provider: ScriptedProvider;
let cookie = '';

const start = async () => {
  server = await startServerProcess({ dataDirectory, variables: { PROMPTVAULT_SIGN_UP: 'open' } });
};
beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-killed-run-'));
  provider = await startScriptedProvider();
  await start();
});
afterAll(async () => {
  await server.stop();
  await provider.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (cookies.length > 0) cookie = cookies.join('; ');
  return { status: response.status, body: await response.json() };
}

async function until<T>(ask: () => Promise<T>, is: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (is(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('keeps text and cost of a run whose server is killed, and goes on with it after the start', async () => {
  await send('POST', '/sign-up', {
    name: 'Ada',
    email: 'ada@example.com',
    password: 'a long enough password',
  });
  const model = 'scripted-rate-20-60';
  const connection = await send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  const connectionId = connection.body.id;
  const facts = { connectionId, model, inputMicroDollars: 1_000_000_000, outputMicroDollars: 1_000_000_000 };
  expect((await send('POST', '/model-facts', facts)).status).toBe(201);
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Count the words.' }];
  const started = await send('POST', '/runs', {
    source: { kind: 'document', document: { ...emptyDocument(), sections } },
    models: [{ connectionId, model }],
  });
  const runId = started.body.comparison.runs[0].id;
  const read = async (id: string) => (await send('GET', `/runs/${id}`)).body;
  const before = await until(
    () => read(runId),
    ({ output }) => output.includes('word5'),
  );

  process.kill(server.pid, 'SIGKILL');
  await start();

  const lost = await read(runId);
  expect(lost).toMatchObject({
    status: 'interrupted',
    usage: { estimated: true },
    cost: { estimated: true },
  });
  expect(lost.output.startsWith(before.output)).toBe(true);
  expect(lost.cost.microDollars).toBeGreaterThan(0);

  const { status, body } = await send('POST', `/runs/${runId}/continue`, {});
  expect(status).toBe(201);
  const whole = await until(
    () => read(body.run.id),
    (run) => run.status === 'finished',
  );
  expect(whole).toMatchObject({ kind: 'continuation', parentId: runId, continued: { text: lost.output } });
  expect(whole.output).toContain('word60');
  expect(whole.totalMicroDollars).toBe(lost.cost.microDollars + whole.cost.microDollars);
  const given = provider.requests.at(-1)?.body as { messages: { role: string; content: string }[] };
  expect(given.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  expect(given.messages[1]?.content).toBe(lost.output);
}, 120_000);
