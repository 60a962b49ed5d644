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
  dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-killed-tree-'));
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

interface Thought {
  id: string;
  text: string | null;
  score: number | null;
  status: string;
  microDollars: number;
}

const treeOfThoughts = {
  ...{ branching: 3, depth: 3, instruction: null, temperature: 0.8, thoughtTokens: 100 },
  evaluator: { by: 'rubric', rubric: null },
  scale: { from: 1, to: 10 },
  search: { by: 'beam', width: 1, prune: null },
  answer: 'write',
  budget: { calls: 60, tokens: null, microDollars: null },
};

it('keeps a tree whose server is killed, with what it cost, and goes on without paying for its thoughts again', async () => {
  await send('POST', '/sign-up', {
    name: 'Ada',
    email: 'ada@example.com',
    password: 'a long enough password',
  });
  const model = 'scripted-tree';
  let written = 0;
  let judged = 0;
  provider.script(model, {
    tokensPerSecond: 8,
    textFrom(body) {
      const words = JSON.stringify(body);
      if (words.includes('Write the answer to the task now')) return 'Here it is.';
      if (!words.includes('<step_to_judge>')) return `thought number ${++written} and a few words more`;
      return `{"score": ${(++judged % 9) + 1}, "why": "so it is"}`;
    },
  });
  const connection = await send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  const connectionId = connection.body.id;
  const facts = { connectionId, model, inputMicroDollars: 1_000_000_000, outputMicroDollars: 1_000_000_000 };
  expect((await send('POST', '/model-facts', facts)).status).toBe(201);
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Make 24 of 4 4 8 8.' }];
  const started = await send('POST', '/runs', {
    source: { kind: 'document', document: { ...emptyDocument(), sections, techniques: { treeOfThoughts } } },
    models: [{ connectionId, model }],
  });
  const runId = started.body.comparison.runs[0].id;
  const read = async (id: string) => (await send('GET', `/runs/${id}`)).body;
  const thoughtsOf = (run: { techniqueResult: { tree: { thoughts: Thought[] } } }) =>
    run.techniqueResult.tree.thoughts;
  // In the middle of the second level.
  const before = await until(
    () => read(runId),
    (run) => thoughtsOf(run).length > 3 && thoughtsOf(run).filter(({ score }) => score !== null).length >= 3,
  );

  process.kill(server.pid, 'SIGKILL');
  await start();

  const lost = await until(
    () => read(runId),
    ({ status }) => status === 'interrupted',
  );
  const kept = thoughtsOf(lost);
  expect(kept.slice(0, 3)).toMatchObject(
    thoughtsOf(before)
      .slice(0, 3)
      .map(({ id, text, score }) => ({ id, text, score })),
  );
  expect(kept.every(({ status }) => status === 'done' || status === 'failed')).toBe(true);
  expect(
    lost.parts.every(({ status }: { status: string }) => status !== 'running' && status !== 'queued'),
  ).toBe(true);
  const paid = lost.parts.reduce(
    (sum: number, { cost }: { cost: { microDollars: number } | null }) => sum + (cost?.microDollars ?? 0),
    0,
  );
  expect(paid).toBeGreaterThan(0);
  expect(lost.totalMicroDollars).toBe(paid);

  const asked = provider.requests.length;
  const { status, body } = await send('POST', `/runs/${runId}/continue`, {});
  expect(status, JSON.stringify(body)).toBe(201);
  const whole = await until(
    () => read(body.run.id),
    (run) => run.status === 'finished',
  );
  expect(whole).toMatchObject({ kind: 'continuation', parentId: runId, output: 'Here it is.' });
  const all = thoughtsOf(whole);
  expect(all).toHaveLength(9);
  expect(all.every(({ score }) => score !== null)).toBe(true);
  const finished = kept.filter(({ text }) => text !== null);
  expect(all.slice(0, finished.length).map(({ id, text }) => [id, text])).toEqual(
    finished.map(({ id, text }) => [id, text]),
  );
  const scored = kept.filter(({ score }) => score !== null);
  // Thoughts that were not written, verdicts that were not given, and the answer.
  const bought = provider.requests.slice(asked).filter((request) => request.model === model);
  expect(bought).toHaveLength(9 - finished.length + (9 - scored.length) + 1);
  expect(whole.totalMicroDollars).toBe(
    paid +
      whole.parts.reduce(
        (sum: number, { cost }: { cost: { microDollars: number } | null }) => sum + (cost?.microDollars ?? 0),
        0,
      ),
  );
}, 120_000);
