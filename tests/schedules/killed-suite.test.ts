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

const cases = 24;
const kills = 2;
const concurrency = 3;
const model = 'scripted-rate-40-20';
const judge = 'scripted-json';

let dataDirectory: string;
let server: ServerProcess;
let provider: ScriptedProvider;
let cookie = '';

const start = async () => {
  server = await startServerProcess({ dataDirectory, variables: { PROMPTVAULT_SIGN_UP: 'open' } });
};
beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-killed-suite-'));
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

interface Item {
  position: number;
  status: string;
  runId: string | null;
  microDollars: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** How often each case was asked of a model, by the topic that stands in what it was sent. */
function timesAsked(of: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const { model: asked, body } of provider.requests) {
    const topic = asked === of ? JSON.stringify(body).match(/topic-\d+/)?.[0] : undefined;
    if (topic) times.set(topic, (times.get(topic) ?? 0) + 1);
  }
  return times;
}

async function set(): Promise<string> {
  await send('POST', '/sign-up', {
    name: 'Ada',
    email: 'ada@example.com',
    password: 'a long enough password',
  });
  const { body: connection } = await send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  for (const priced of [model, judge]) {
    const facts = { connectionId: connection.id, model: priced };
    const prices = { inputMicroDollars: 1_000_000, outputMicroDollars: 10_000_000 };
    expect((await send('POST', '/model-facts', { ...facts, ...prices })).status).toBe(201);
  }
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}}.' }];
  const document = { ...emptyDocument(), sections };
  const { body: prompt } = await send('POST', '/prompts', { title: 'Killed', document, commit: true });
  const { body: caseSet } = await send('POST', '/case-sets', { promptId: prompt.id, name: 'Many' });
  const judges = [{ connectionId: connection.id, model: judge }];
  const many = Array.from({ length: cases }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: `topic-${index}` },
    assertions: [
      { kind: 'contains', values: ['word20'] },
      { kind: 'judged', rubric: 'Is it kind?', judges, required: false },
    ],
  }));
  expect((await send('POST', `/case-sets/${caseSet.id}/cases`, { cases: many })).status).toBe(201);
  const { body: suite } = await send('POST', '/suites', {
    promptId: prompt.id,
    caseSetId: caseSet.id,
    name: 'Killed',
    models: [{ connectionId: connection.id, model }],
    concurrency,
  });
  return suite.id;
}

it('goes on with a suite whose server is killed again and again: nothing is judged or paid twice', async () => {
  const suiteId = await set();
  const started = await send('POST', `/suites/${suiteId}/runs`, {});
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const suiteRunId: string = started.body.id;
  const report = async () => (await send('GET', `/suite-runs/${suiteRunId}`)).body;
  const items = async (): Promise<Item[]> =>
    (await send('GET', `/suite-runs/${suiteRunId}/items?limit=100`)).body.items;
  const judged = async () => (await items()).filter(({ status }) => status === 'passed');

  let known: Item[] = [];
  const asked = new Map<string, number>();
  for (let kill = 1; kill <= kills; kill++) {
    for (const from = known.length; known.length < from + 4; known = await judged()) await pause(20);
    for (const of of [model, judge])
      for (const { position } of known) {
        const topic = `topic-${position}`;
        asked.set(`${of} ${topic}`, timesAsked(of).get(topic) ?? 0);
      }
    process.kill(server.pid, 'SIGKILL');
    await start();
  }
  for (let waits = 0; (await report()).status === 'running'; waits++) {
    expect(waits).toBeLessThan(600);
    await pause(100);
  }

  const done = await report();
  const all = await items();
  expect(done).toMatchObject({
    status: 'finished',
    total: cases,
    passed: cases,
    failed: 0,
    errors: 0,
    waiting: 0,
  });
  expect(all).toHaveLength(cases);
  // What was judged before a kill stays as it was, with its run and its cost.
  for (const before of known) expect(all[before.position]).toEqual(before);
  for (const [name, times] of asked) {
    const [of = '', topic = ''] = name.split(' ');
    expect(timesAsked(of).get(topic), name).toBe(times);
  }
  // At most what was on its way at a kill is asked again.
  for (const of of [model, judge])
    expect(sum([...timesAsked(of).values()]), of).toBeLessThanOrEqual(cases + kills * concurrency);
  // The suite costs what its items cost, and the budget what the runs cost that were really made.
  expect(done.microDollars).toBe(sum(all.map(({ microDollars }) => microDollars)));
  const runs = (await send('GET', '/runs?author=all&limit=100')).body.items as {
    cost: { microDollars: number } | null;
  }[];
  const spent = sum(runs.map(({ cost }) => cost?.microDollars ?? 0));
  const { day } = (await send('GET', '/budget')).body;
  expect(day).toMatchObject({ spentMicroDollars: spent, reservedMicroDollars: 0 });
  expect(done.microDollars).toBeLessThanOrEqual(spent);
}, 180_000);
