import { updateBudget } from '@promptvault/contract/account/billing/routes';
import { addCases, createCaseSet, deleteCase, updateCase } from '@promptvault/contract/studio/cases/routes';
import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import type { SuiteItemView, SuiteReportView } from '@promptvault/contract/studio/suites/shapes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { suiteEnded, suiteReport } from '@promptvault/testing/suite-ended';
import { callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, engineOf } from '../../../../foundation/jobs/long-work.ts';
import { wilson } from '../../../../foundation/statistics/wilson.ts';
import { suiteWork } from './suite-work.ts';
import { followSuites } from './tell-followers.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const editor = () => runs.house.as('editor');
const echo = { connectionId: null, model: 'echo' };
const scripted = (model: string) => ({ connectionId: runs.connectionId, model });
let made = 0;

interface NewSuite {
  suiteId: string;
  caseSetId: string;
  caseIds: string[];
}

async function newSuite(cases: object[], more: object = {}): Promise<NewSuite> {
  made += 1;
  const set = await editor().call(createCaseSet, { body: { promptId: runs.promptId, name: `Set ${made}` } });
  const params = { caseSetId: set.body.id };
  const added = await editor().call(addCases, { params, body: { cases } });
  const { status, body } = await editor().call(contract.createSuite, {
    body: { promptId: runs.promptId, caseSetId: set.body.id, name: `Suite ${made}`, models: [echo], ...more },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return {
    suiteId: body.id,
    caseSetId: set.body.id,
    caseIds: added.body.cases.map(({ id }: { id: string }) => id),
  };
}

const start = (suiteId: string, body: object = {}) =>
  editor().call(contract.startSuite, { params: { suiteId }, body });
const report = (suiteRunId: string) => suiteReport(runs, suiteRunId);
const ended = (suiteRunId: string) => suiteEnded(runs, suiteRunId);

async function run(suiteId: string, body: object = {}): Promise<SuiteReportView> {
  const started = await start(suiteId, body);
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  return ended(started.body.id);
}

const items = async (
  suiteRunId: string,
  query: Record<string, string | number> = {},
): Promise<SuiteItemView[]> =>
  (await editor().call(contract.listSuiteItems, { params: { suiteRunId }, query: { limit: 200, ...query } }))
    .body.items;

const tides = {
  name: 'Tides',
  values: { topic: 'the tides' },
  assertions: [{ kind: 'contains', values: ['tides'] }],
};
const moon = {
  name: 'Moon',
  values: { topic: 'the moon' },
  assertions: [{ kind: 'contains', values: ['tides'] }],
};

describe('a suite', () => {
  it('runs each case on each version, model, settings and repetition, and reports each', async () => {
    const { suiteId } = await newSuite([tides, moon], {
      models: [echo, scripted('scripted-json')],
      settings: [{}, { sampling: 'precise', topP: 0.5 }],
      repetitions: 2,
      passRate: 0.2,
    });
    const done = await run(suiteId);
    expect(done).toMatchObject({
      status: 'finished',
      total: 16,
      passed: 4,
      failed: 12,
      errors: 0,
      waiting: 0,
      rate: 0.25,
      isGreen: true,
    });
    expect(done.interval).toEqual(wilson(4, 16));
    expect(
      done.lanes.map(({ model, version, from, passed, total }) => [model, version, from, passed, total]),
    ).toEqual([
      ['echo', 1, 'main', 2, 4],
      ['echo', 1, 'main', 2, 4],
      ['scripted-json', 1, 'main', 0, 4],
      ['scripted-json', 1, 'main', 0, 4],
    ]);
    const all = await items(done.id);
    expect(all).toHaveLength(16);
    const [first] = all;
    expect(first).toMatchObject({ caseName: 'Tides', status: 'passed', lane: 0, repetition: 0, score: 1 });
    expect(first?.results).toMatchObject([{ kind: 'contains', status: 'passed' }]);
    expect((await runs.ended(first?.runId ?? '')).output).toContain('tides');
    const [strategic] = all.filter(({ lane }) => lane === 1);
    expect((await runs.ended(strategic?.runId ?? '')).settings).toEqual({
      ...{ sampling: 'precise', temperature: 0.2, topP: 0.5 },
    });
    expect((await items(done.id, { show: 'passed', lane: 1 })).map(({ caseName }) => caseName)).toEqual([
      'Tides',
      'Tides',
    ]);
    expect(await items(done.id, { show: 'slowest', limit: 3 })).toHaveLength(3);
  });

  it('judges how an answer ended, which is also told where it was cut off', async () => {
    runs.provider.script('cut-off', { text: 'The tides', finishReason: 'length' });
    const assertions = [{ kind: 'finish_reason', reasons: ['stop', 'tool_calls'] }];
    const { suiteId } = await newSuite([{ ...tides, assertions }], {
      models: [echo, scripted('cut-off')],
    });
    const [whole, cut] = await items((await run(suiteId)).id);
    expect(whole?.results).toMatchObject([{ kind: 'finish_reason', reason: 'The answer was complete.' }]);
    expect(cut).toMatchObject({
      status: 'failed',
      results: [
        {
          status: 'failed',
          reason:
            'The answer was cut off at its longest; it passes where it was complete, or ended with calls of tools.',
        },
      ],
    });
  });

  it('judges by code, patterns and judges, and counts what cannot be decided as not passed', async () => {
    const judges = [scripted('scripted-json'), echo];
    const { suiteId } = await newSuite([
      {
        name: 'Code',
        values: { topic: 'x' },
        assertions: [{ kind: 'javascript', code: 'output.includes(values.topic)' }],
      },
      { name: 'Endless', values: { topic: 'x' }, assertions: [{ kind: 'javascript', code: 'for (;;) {}' }] },
      {
        name: 'Pattern',
        values: { topic: 'x' },
        assertions: [{ kind: 'regex', pattern: 'echo', flags: 'i' }],
      },
      {
        name: 'Bomb',
        values: { topic: `${'a'.repeat(60)}!` },
        assertions: [{ kind: 'regex', pattern: '(a+)+$' }],
      },
      {
        name: 'Judge',
        values: { topic: 'x' },
        assertions: [{ kind: 'judged', rubric: 'Is it kind?', judges }],
      },
    ]);
    const done = await run(suiteId);
    const found = await items(done.id);
    expect(found.map(({ caseName, status }) => [caseName, status])).toEqual([
      ['Code', 'passed'],
      ['Endless', 'failed'],
      ['Pattern', 'passed'],
      ['Bomb', 'failed'],
      ['Judge', 'failed'],
    ]);
    const reasons = found.map(({ results }) => results[0]?.reason ?? '');
    expect(reasons[1]).toContain('longer than 3 s');
    expect(reasons[4]).toContain('Too few judges');
    expect(done).toMatchObject({ isGreen: false, passed: 2, failed: 3 });
  }, 120_000);

  it('says per case what a change broke and what it fixed', async () => {
    const { suiteId, caseIds } = await newSuite([tides, moon]);
    const before = await run(suiteId);
    const change = (index: number, values: string[]) =>
      editor().call(updateCase, {
        params: { caseId: caseIds[index] as string },
        body: { assertions: [{ kind: 'contains', values }] },
        revision: 1,
      });
    expect([(await change(0, ['zebra'])).status, (await change(1, ['moon'])).status]).toEqual([200, 200]);
    const after = await run(suiteId);
    expect(after).toMatchObject({ baselineId: before.id, lanes: [{ broken: 1, fixed: 1 }] });
    const names = async (show: string) => (await items(after.id, { show })).map(({ caseName }) => caseName);
    expect([await names('broken'), await names('fixed')]).toEqual([['Tides'], ['Moon']]);
    // The earlier report still says what it ran.
    expect((await items(before.id)).map(({ status }) => status)).toEqual(['passed', 'failed']);
  });

  it('names the cases that are gone since the run before, and counts those that are new', async () => {
    const { suiteId, caseIds, caseSetId } = await newSuite([tides, moon]);
    const before = await run(suiteId);
    expect(before).toMatchObject({ added: null, removed: null });
    await editor().call(deleteCase, { params: { caseId: caseIds[1] ?? '' }, revision: 1 });
    await editor().call(addCases, {
      params: { caseSetId },
      body: { cases: [{ name: 'Sun', values: { topic: 'sun' }, assertions: [] }] },
    });
    const after = await run(suiteId);
    expect(after).toMatchObject({
      ...{ baselineId: before.id, added: 1 },
      removed: { total: 1, cases: [{ caseId: caseIds[1], caseName: 'Moon', passed: false }] },
    });
    expect(await run(suiteId)).toMatchObject({ added: 0, removed: { total: 0, cases: [] } });
  });

  it('compares a branch with itself, whatever else is run beside it, and nothing with what it does not stand for', async () => {
    const { suiteId, caseIds } = await newSuite([tides, moon]);
    const before = await run(suiteId);
    await editor().call(updateCase, {
      params: { caseId: caseIds[1] ?? '' },
      body: { assertions: [{ kind: 'contains', values: ['moon'] }] },
      revision: 1,
    });
    const branch = { kind: 'branch', branch: 'main' };
    const version = { kind: 'version', number: 1 };
    const both = await run(suiteId, { sources: [version, branch] });
    expect(both.baselineId).toBe(before.id);
    expect(both.lanes).toMatchObject([
      { from: 'v1', broken: null, fixed: null },
      { from: 'main', broken: 0, fixed: 1 },
    ]);
    const other = await run(suiteId, { sources: [version], baselineId: before.id });
    expect(other.lanes).toMatchObject([{ from: 'v1', broken: 0, fixed: 1 }]);
  });

  it('does not ask twice for the same where it was told so', async () => {
    const { suiteId } = await newSuite([tides, moon], { models: [scripted('scripted-fast')] });
    await run(suiteId);
    const asked = () => runs.provider.requests.length;
    const before = asked();
    expect(await run(suiteId, { reuse: true })).toMatchObject({ reused: 2, microDollars: 0 });
    expect(asked()).toBe(before);
    expect(await run(suiteId)).toMatchObject({ reused: 0 });
    expect(asked()).toBe(before + 2);
  });

  it('is stopped by a person, and what was judged stays', async () => {
    const cases = Array.from({ length: 8 }, (_, index) => ({
      name: `Slow ${index}`,
      values: { topic: 'x' },
    }));
    const { suiteId } = await newSuite(cases, { models: [scripted('scripted-slow')], concurrency: 2 });
    const started = (await start(suiteId)).body;
    expect((await start(suiteId)).body.code).toBe('suite.still_running');
    await pause(300);
    const params = { suiteRunId: started.id };
    expect((await editor().call(contract.stopSuiteRun, { params })).status).toBe(200);
    const done = await ended(started.id);
    expect(done).toMatchObject({ status: 'stopped', isGreen: false });
    expect(done.waiting).toBeGreaterThan(0);
    expect((await items(done.id)).filter(({ status }) => status === 'running')).toEqual([]);
    expect((await editor().call(contract.stopSuiteRun, { params })).body.code).toBe('suite.not_running');
  });

  it('goes on where it was stopped, and buys no answer again', async () => {
    const cases = Array.from({ length: 8 }, (_, index) => ({ ...tides, name: `Tides ${index}` }));
    const { suiteId } = await newSuite(cases, { models: [scripted('scripted-fast')], concurrency: 1 });
    const { body: started } = await start(suiteId);
    const params = { suiteRunId: started.id };
    expect((await editor().call(contract.resumeSuiteRun, { params })).body.code).toBe('suite.not_stopped');
    while ((await report(started.id)).waiting > 6) await pause(30);
    await editor().call(contract.stopSuiteRun, { params });
    const stopped = await ended(started.id);
    expect(stopped.waiting).toBeGreaterThan(0);
    const judged = (await items(started.id)).filter(({ status }) => status !== 'waiting');
    expect((await runs.house.as('viewer').call(contract.resumeSuiteRun, { params })).status).toBe(403);
    expect((await editor().call(contract.resumeSuiteRun, { params })).body).toMatchObject({
      status: 'running',
      endedAt: null,
    });
    expect((await editor().call(contract.resumeSuiteRun, { params })).body.code).toBe('suite.not_stopped');
    const done = await ended(started.id);
    expect(done).toMatchObject({ status: 'finished', waiting: 0, total: 8 });
    const after = await items(started.id);
    for (const { position, runId } of judged) expect(after[position]?.runId).toBe(runId);
    expect((await editor().call(contract.resumeSuiteRun, { params })).body.code).toBe('suite.not_stopped');
  });

  it('does not go on with a run while another of the suite goes on', async () => {
    const { suiteId } = await newSuite([tides, moon], { models: [scripted('scripted-slow')] });
    const { body: first } = await start(suiteId);
    const params = { suiteRunId: first.id };
    await editor().call(contract.stopSuiteRun, { params });
    await ended(first.id);
    const { body: second } = await start(suiteId);
    expect((await editor().call(contract.resumeSuiteRun, { params })).body.code).toBe('suite.still_running');
    await editor().call(contract.stopSuiteRun, { params: { suiteRunId: second.id } });
    await ended(second.id);
  });

  it('tells whoever follows a run of it, at most once a second, and lists of its beginning and end', async () => {
    const { suiteId } = await newSuite([tides, moon], {
      models: [scripted('scripted-fast')],
      repetitions: 10,
    });
    const { ports } = runs.house.application.services;
    const leaving = new AbortController();
    const { organizationId } = runs.house;
    const count = async (suiteRunId: string | null) => {
      let told = 0;
      for await (const _ of followSuites(ports, { organizationId, suiteRunId }, leaving.signal)) told += 1;
      return told;
    };
    const lists = count(null);
    const { body: started } = await start(suiteId);
    const [own, other] = [count(started.id), count('018f0000-0000-7000-8000-000000000000')];
    await ended(started.id);
    await pause(1_200);
    leaving.abort();
    expect(await own).toBeGreaterThan(0);
    expect(await own).toBeLessThan(6);
    expect(await lists).toBeGreaterThan(0);
    expect(await lists).toBeLessThan(4);
    expect(await other).toBe(0);
  });

  it('counts a case that cannot be run as an error with its reason', async () => {
    const { suiteId } = await newSuite([tides], { models: [scripted('scripted-400')] });
    const done = await run(suiteId);
    expect(done).toMatchObject({ status: 'finished', errors: 1, isGreen: false });
    expect((await items(done.id))[0]).toMatchObject({ status: 'error', score: 0 });
    expect((await items(done.id))[0]?.reason).toBeTruthy();
  });

  it('says of a case that cannot be run what stands in its way', async () => {
    const document = {
      ...emptyDocument(),
      sections: [{ id: 's1', kind: 'instructions', role: null, text: 'For {{reader}}.' }],
      variables: [
        {
          id: 'v1',
          name: 'reader',
          type: 'select',
          description: '',
          options: ['a child'],
          default: null,
          required: true,
        },
      ],
    };
    const prompt = await editor().call(prompts.createPrompt, {
      body: { title: 'Readers', document, commit: true },
    });
    expect(prompt.status, JSON.stringify(prompt.body)).toBe(201);
    const promptId = prompt.body.id;
    const set = await editor().call(createCaseSet, { body: { promptId, name: 'Readers' } });
    await editor().call(addCases, {
      params: { caseSetId: set.body.id },
      body: { cases: [{ name: 'Other', values: { reader: 'a cat' }, assertions: [] }] },
    });
    const suite = await editor().call(contract.createSuite, {
      body: { promptId, caseSetId: set.body.id, name: 'Readers', models: [echo] },
    });
    const done = await run(suite.body.id);
    const [item] = await items(done.id);
    expect(item).toMatchObject({ status: 'error', reason: expect.stringContaining('reader') });
  });

  it('reports to the versions it ran under the name of its check', async () => {
    const { suiteId } = await newSuite([tides], { check: 'suite:tides' });
    const checks = async () =>
      (await editor().call(prompts.listVersionChecks, { params: { promptId: runs.promptId, number: '1' } }))
        .body.items;
    await run(suiteId);
    expect(await checks()).toMatchObject([
      { name: 'suite:tides', status: 'passed', summary: expect.stringContaining('1 of 1') },
    ]);
  });

  it('fails in the place of a person who lost the right meanwhile, and not more', async () => {
    const { suiteId } = await newSuite([tides]);
    const statuses = Object.fromEntries(
      await Promise.all(
        callers.map(async (caller) => {
          const { status } = await runs.house.as(caller).call(contract.getSuite, { params: { suiteId } });
          return [caller, status] as const;
        }),
      ),
    );
    expect(statuses).toEqual({
      owner: 200,
      admin: 200,
      editor: 200,
      viewer: 404,
      guest: 403,
      stranger: 404,
      nobody: 401,
    });
    const viewers = await runs.house
      .as('viewer')
      .call(contract.startSuite, { params: { suiteId }, body: {} });
    expect(viewers.body.code).toBe('auth.forbidden');
    expect((await runs.house.as('viewer').call(contract.listSuites)).body.items).toEqual([]);
    expect((await editor().call(contract.listSuites, { query: { limit: 2 } })).body.items).toHaveLength(2);
  });

  it.each([
    ['no cases', [], {}, 'suite.no_cases'],
    [
      'too many runs',
      Array.from({ length: 200 }, (_, index) => ({ name: `C ${index}` })),
      { repetitions: 20, settings: [{}, {}, {}, {}, {}, {}] },
      'suite.too_large',
    ],
    [
      'a label that is not there',
      [tides],
      { sources: [{ kind: 'label', label: 'nowhere' }] },
      'prompt.label_unknown',
    ],
  ])('is not started with %s', async (_what, cases, more, code) => {
    const { suiteId } = cases.length > 0 ? await newSuite(cases, more) : await emptySuite();
    expect((await start(suiteId)).body.code).toBe(code);
  });

  async function emptySuite() {
    const { body: set } = await editor().call(createCaseSet, {
      body: { promptId: runs.promptId, name: 'Empty' },
    });
    const body = { promptId: runs.promptId, caseSetId: set.id, name: 'Empty', models: [echo] };
    return { suiteId: (await editor().call(contract.createSuite, { body })).body.id as string };
  }
});

describe('the budget', () => {
  it('ends a suite where it is exhausted', async () => {
    const owner = runs.house.as('owner');
    await owner.call(createModelFacts, {
      body: {
        connectionId: runs.connectionId,
        model: 'scripted-fast',
        inputMicroDollars: 1_000_000,
        outputMicroDollars: 1_000_000,
        maxOutputTokens: 10,
      },
    });
    const set = await owner.call(updateBudget, {
      body: { dayMicroDollars: 60, monthMicroDollars: null },
      revision: 1,
    });
    expect(set.status, JSON.stringify(set.body)).toBeLessThan(300);
    const cases = Array.from({ length: 30 }, (_, index) => ({ ...tides, name: `Case ${index}` }));
    const { suiteId } = await newSuite(cases, { models: [scripted('scripted-fast')], concurrency: 1 });
    const done = await run(suiteId);
    expect(done).toMatchObject({ status: 'failed', isGreen: false });
    expect(done.reason).toContain('budget');
    expect(done.waiting).toBeGreaterThan(0);
    const lifted = { dayMicroDollars: null, monthMicroDollars: null };
    expect((await owner.call(updateBudget, { body: lifted, revision: set.body.revision })).status).toBe(200);
  });
});

describe('the interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [950, 1000, 0.9347, 0.9619],
  ])('of %i of %i', (passed, total, low, high) => {
    const found = wilson(passed, total);
    expect(found?.low).toBeCloseTo(low, 3);
    expect(found?.high).toBeCloseTo(high, 3);
  });
});

describe('an export', () => {
  it('holds every item once, however many there are', async () => {
    const cases = Array.from({ length: 60 }, (_, index) => ({ ...tides, name: `Case ${index}` }));
    const { suiteId } = await newSuite(cases, { repetitions: 2, concurrency: 16 });
    const { id } = await run(suiteId);
    const read = async (format: string) =>
      (await editor().call(contract.exportSuiteRun, { params: { suiteRunId: id }, query: { format } })).body;
    const json = await read('json');
    expect(json).toMatchObject({ id, total: 120, lanes: [{}] });
    expect(json.items.map(({ position }: SuiteItemView) => position)).toEqual(
      Array.from({ length: 120 }, (_, index) => index),
    );
    const junit = String(await read('junit'));
    expect(junit.match(/<testcase /g)).toHaveLength(120);
    expect(junit).toContain('tests="120" failures="0"');
  }, 120_000);
});

// Last, since it ends the engine of the house.
describe('the engine', () => {
  it('buys no verdict again that a judge had given when the process died', async () => {
    const judges = [scripted('judge-one'), scripted('judge-two')];
    for (const { model } of judges) runs.provider.script(model, { text: '{"score": 1, "reason": "Kind."}' });
    const { suiteId } = await newSuite(
      [{ ...tides, assertions: [{ kind: 'judged', rubric: 'Is it kind?', judges }] }],
      { models: [scripted('scripted-fast')] },
    );
    const done = await run(suiteId);
    const [before] = await items(done.id);
    const asked = runs.provider.requests.length;
    // As if it had died between the verdicts and the writing of the item.
    await runs.house.within('owner', async ({ tx }) => {
      await tx.execute(
        `update suite_item set status = 'running', results = '[]', score = null where suite_run_id = '${done.id}'`,
      );
      await tx.execute(
        `update suite_run set status = 'running', passed = 0, micro_dollars = 0, ended_at = null where id = '${done.id}'`,
      );
    });
    const { ports } = runs.house.application.services;
    createEngine(ports, suiteWork).launch(runs.house.organizationId, done.id, new Date(Date.now() + 60_000));
    const again = await ended(done.id);
    expect(again).toMatchObject({ status: 'finished', passed: 1, microDollars: done.microDollars });
    expect((await items(done.id))[0]).toEqual(before);
    expect(runs.provider.requests).toHaveLength(asked);
  });

  it('goes on where a process left a suite, and buys no answer again', async () => {
    const cases = Array.from({ length: 12 }, (_, index) => ({ ...tides, name: `Case ${index}` }));
    const { suiteId } = await newSuite(cases, { models: [scripted('scripted-fast')], concurrency: 2 });
    const { ports } = runs.house.application.services;
    const before = runs.provider.requests.length;
    const started = (await start(suiteId)).body;
    while ((await report(started.id)).passed + (await report(started.id)).failed < 3) await pause(20);
    await engineOf(ports, suiteWork).shutDown();
    const left = await report(started.id);
    expect(left.status).toBe('running');
    expect(left.waiting).toBeGreaterThan(0);
    // What the runs' own process had on its way goes on to its end.
    await pause(1_500);
    createEngine(ports, suiteWork).launch(
      runs.house.organizationId,
      started.id,
      new Date(Date.now() + 60_000),
    );
    expect(await ended(started.id)).toMatchObject({ status: 'finished', total: 12, errors: 0, waiting: 0 });
    expect(runs.provider.requests.length - before).toBe(12);
  });
});
