import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { createConnection, createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/optimiser/routes';
import * as suites from '@promptvault/contract/studio/suites/routes';
import { createPrompt } from '@promptvault/contract/vault/prompts/routes';
import { document, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let runs: RunHouse;
let connectionId: string;
beforeAll(async () => {
  runs = await openRunHouse();
  // The key of one editor, which nobody else may use.
  const { body } = await runs.house.as('editor').call(createConnection, {
    body: {
      name: 'Mine',
      provider: 'openai_compatible',
      baseUrl: runs.provider.baseUrls.openai_compatible,
      key: 'sk-personal-0123456789',
      personal: true,
    },
  });
  connectionId = body.id;
  const price = { inputMicroDollars: 1_000_000, outputMicroDollars: 1_000_000, maxOutputTokens: 2_000 };
  const facts = { connectionId, model: 'target', ...price };
  expect((await as('editor').call(createModelFacts, { body: facts })).status).toBe(201);
  runs.provider.script('target', { text: 'It rises, and it falls again.', tokensPerSecond: 4 });
});
afterAll(() => runs.close());

const as = (caller: Caller) => runs.house.as(caller);
let made = 0;

const saysMoon = [{ kind: 'contains' as const, values: ['moon'] }];

async function newSuite(
  assertions: object[] = saysMoon,
  model = 'target',
): Promise<{ promptId: string; suiteId: string }> {
  made += 1;
  const prompt = await as('editor').call(createPrompt, {
    body: { title: `Tides ${made}`, document, commit: true },
  });
  const promptId: string = prompt.body.id;
  const set = await as('editor').call(createCaseSet, { body: { promptId, name: 'Tone' } });
  const cases = Array.from({ length: 6 }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: `tide ${index}` },
    assertions: assertions as typeof saysMoon,
  }));
  await as('editor').call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const body = {
    ...{ promptId, caseSetId: set.body.id, name: 'Tone', models: [{ connectionId, model }] },
    ...{ concurrency: 1, budgetMicroDollars: 1_000_000 },
  };
  const suite = await as('editor').call(suites.createSuite, { body });
  expect(suite.status, JSON.stringify(suite.body)).toBe(201);
  return { promptId, suiteId: suite.body.id };
}

async function beginOptimisation() {
  const body = { ...(await newSuite()), model: { connectionId, model: 'target' } };
  const begun = await as('editor').call(contract.startOptimisation, {
    body: { ...body, budgetMicroDollars: 50_000_000 } as never,
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  return { optimisationId: begun.body.id as string };
}
async function beginSuiteRun() {
  const { suiteId } = await newSuite();
  const begun = await as('editor').call(suites.startSuite, { params: { suiteId }, body: {} });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  return { suiteRunId: begun.body.id as string };
}
async function over(read: () => Promise<{ body: Record<string, unknown> }>) {
  for (;;) {
    const { body } = await read();
    if (body.status !== 'running') return body;
    await pause(50);
  }
}
const optimised = (params: { optimisationId: string }) =>
  over(() => as('editor').call(contract.getOptimisation, { params }));
const ran = (params: { suiteRunId: string }) => over(() => as('editor').call(suites.getSuiteRun, { params }));

it('an optimisation that another person goes on with may do what they may, and uses no key of whoever began it', async () => {
  const params = await beginOptimisation();
  await as('owner').call(contract.stopOptimisation, { params });
  expect(await optimised(params)).toMatchObject({ status: 'stopped', end: 'person' });
  const asked = runs.provider.requests.length;
  const body = { budgetMicroDollars: 60_000_000 };
  expect((await as('owner').call(contract.resumeOptimisation, { params, body })).status).toBe(200);
  expect(await optimised(params)).toMatchObject({ status: 'failed', end: 'fault' });
  expect(runs.provider.requests.length).toBe(asked);
});

it('an optimisation that goes on asks no judge again that had said what it thinks', async () => {
  const model = (name: string) => ({ connectionId, model: name });
  const { promptId, suiteId } = await newSuite(
    ['quick-judge', 'slow-judge'].map((name) => ({
      ...{ kind: 'judged' as const, rubric: `By ${name}`, judges: [model(name)] },
    })),
    'scripted-fast',
  );
  const verdict = { text: '{"score": 1, "reason": "Fine."}' };
  runs.provider.script('quick-judge', verdict);
  runs.provider.script('slow-judge', { ...verdict, firstTokenDelayMs: 3_000 });
  for (const name of ['quick-judge', 'slow-judge', 'scripted-fast'])
    await as('editor').call(createModelFacts, {
      body: { ...model(name), inputMicroDollars: 1, outputMicroDollars: 1, maxOutputTokens: 2_000 },
    });
  const begun = await as('editor').call(contract.startOptimisation, {
    body: { promptId, suiteId, model: model('target'), budgetMicroDollars: 50_000_000 } as never,
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const params = { optimisationId: begun.body.id as string };
  const askedOf = (name: string) =>
    runs.provider.requests.filter(({ body }) => JSON.stringify(body).includes(`By ${name}`)).length;
  while (askedOf('slow-judge') < 2) await pause(20);
  await as('editor').call(contract.stopOptimisation, { params });
  await optimised(params);
  const before = askedOf('quick-judge');
  runs.provider.script('slow-judge', verdict);
  const body = { budgetMicroDollars: 60_000_000 };
  expect((await as('editor').call(contract.resumeOptimisation, { params, body })).status).toBe(200);
  await optimised(params);
  // Six cases, each asked about once, whatever was stopped in between.
  expect([before > 0, askedOf('quick-judge')]).toEqual([true, 6]);
}, 60_000);

it('a run of a suite that another person goes on with uses no key of whoever began it, nor costs them more', async () => {
  const params = await beginSuiteRun();
  const budget = (caller: Caller, budgetMicroDollars: number | null) =>
    as(caller).call(suites.budgetSuiteRun, { params, body: { budgetMicroDollars } });
  for (const more of [2_000_000, null])
    expect((await budget('owner', more)).body.code).toBe('suite.not_starter');
  expect((await budget('owner', 900_000)).status).toBe(200);
  expect((await budget('editor', 1_000_000)).status).toBe(200);
  await as('owner').call(suites.stopSuiteRun, { params });
  expect(await ran(params)).toMatchObject({ status: 'stopped' });
  const asked = runs.provider.requests.length;
  expect((await as('owner').call(suites.resumeSuiteRun, { params })).status).toBe(200);
  const done = await ran(params);
  expect(done).toMatchObject({ isGreen: false, passed: 0, waiting: 0 });
  expect(done.errors).toBeGreaterThan(0);
  expect(runs.provider.requests.length).toBe(asked);
});

it('what nobody drives any more is stopped by a stop', async () => {
  const [optimisation, suiteRun] = [await beginOptimisation(), await beginSuiteRun()];
  // As a process leaves them that died a while ago: over here, and still running there.
  await as('editor').call(contract.stopOptimisation, { params: optimisation });
  await as('editor').call(suites.stopSuiteRun, { params: suiteRun });
  await Promise.all([optimised(optimisation), ran(suiteRun)]);
  await runs.house.within('owner', async ({ tx }) => {
    const left = `status = 'running', ended_at = null, process_id = gen_random_uuid(),
      heartbeat_at = now() - interval '30 seconds'`;
    await tx.execute(`update optimisation set ${left} where id = '${optimisation.optimisationId}'`);
    await tx.execute(`update suite_run set ${left} where id = '${suiteRun.suiteRunId}'`);
  });
  const stopped = await Promise.all([
    as('editor').call(contract.stopOptimisation, { params: optimisation }),
    as('editor').call(suites.stopSuiteRun, { params: suiteRun }),
  ]);
  expect(stopped.map(({ status }) => status)).toEqual([200, 200]);
  // Long before anybody would go on with them.
  await pause(2_000);
  const read = await Promise.all([
    as('editor').call(contract.getOptimisation, { params: optimisation }),
    as('editor').call(suites.getSuiteRun, { params: suiteRun }),
  ]);
  expect(read[0].body).toMatchObject({ status: 'stopped', end: 'person' });
  expect(read[1].body).toMatchObject({ status: 'stopped', reason: 'A person stopped it.' });
});
