/** The score of a prompt, from both its sources: it stands here because suites come after runs. */
import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import * as runRoutes from '@promptvault/contract/studio/runs/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import type { PromptEffectiveness } from '@promptvault/contract/vault/prompts/shapes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

type Who = Parameters<RunHouse['house']['as']>[0];
const editor = () => runs.house.as('editor');
const scored = async (who: Who = 'editor'): Promise<PromptEffectiveness> =>
  (await runs.house.as(who).call(prompts.getPrompt, { params: { promptId: runs.promptId } })).body
    .effectiveness;
const rate = (who: Who, runId: string, rating: 'up' | 'down' | null) =>
  runs.house.as(who).call(runRoutes.rateRun, { params: { runId }, body: { rating } });
const rated = (who: Who, runId: string) =>
  runs.house.as(who).call(runRoutes.getRunRating, { params: { runId } });

async function newRun(): Promise<string> {
  const [runId = ''] = (await runs.start([null])).runIds;
  await runs.ended(runId);
  return runId;
}

async function runSuite(suiteId: string, body: object = {}): Promise<void> {
  const started = await editor().call(contract.startSuite, { params: { suiteId }, body });
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const params = { suiteRunId: started.body.id };
  while ((await editor().call(contract.getSuiteRun, { params })).body.status === 'running') await pause(50);
}

async function newSuite(passing: number, failing: number, more: object = {}): Promise<string> {
  const name = `Suite ${passing} ${failing} ${Object.keys(more).join()}`;
  const set = await editor().call(createCaseSet, { body: { promptId: runs.promptId, name } });
  const cases = Array.from({ length: passing + failing }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: index < passing ? 'the tides' : 'the moon' },
    assertions: [{ kind: 'contains', values: ['tides'] }],
  }));
  await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const models = [{ connectionId: null, model: 'echo' }];
  const { status, body } = await editor().call(contract.createSuite, {
    body: { promptId: runs.promptId, caseSetId: set.body.id, name, models, ...more },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

describe('a rating', () => {
  it('is one of each person, may be changed, and may be taken back', async () => {
    const runId = await newRun();
    expect((await rate('editor', runId, 'up')).body).toEqual({ mine: 'up', up: 1, down: 0 });
    expect((await rate('editor', runId, 'up')).body).toEqual({ mine: 'up', up: 1, down: 0 });
    expect((await rate('owner', runId, 'down')).body).toEqual({ mine: 'down', up: 1, down: 1 });
    expect((await scored()).ratings).toEqual({ up: 1, total: 2 });
    expect((await rate('editor', runId, 'down')).body).toEqual({ mine: 'down', up: 0, down: 2 });
    expect((await rated('owner', runId)).body).toEqual({ mine: 'down', up: 0, down: 2 });
    await rate('editor', runId, null);
    expect((await rate('owner', runId, null)).body).toEqual({ mine: null, up: 0, down: 0 });
    expect((await rate('owner', runId, null)).status).toBe(200);
    expect(await scored()).toEqual({ score: null, suites: null, ratings: null });
  });

  it('is for those who see the run, and for a run that is over', async () => {
    const runId = await newRun();
    for (const [who, status] of [
      ['viewer', 404],
      ['stranger', 404],
      ['nobody', 401],
    ] as const) {
      expect((await rate(who, runId, 'up')).status).toBe(status);
      expect((await rated(who, runId)).status).toBe(status);
    }
    expect((await rated('editor', runId)).body).toEqual({ mine: null, up: 0, down: 0 });
    runs.provider.script('slow', { text: 'one two three four five', tokensPerSecond: 1 });
    const [open = ''] = (await runs.start(['slow'])).runIds;
    expect((await rate('editor', open, 'up')).body.code).toBe('run.still_open');
    await editor().call(runRoutes.stopRun, { params: { runId: open } });
  });

  it('counts both of two who rate at once', async () => {
    const ids = [await newRun(), await newRun(), await newRun()];
    await Promise.all(ids.flatMap((runId) => [rate('editor', runId, 'up'), rate('owner', runId, 'down')]));
    expect(await scored()).toEqual({ score: 19, suites: null, ratings: { up: 3, total: 6 } });
    await Promise.all(ids.flatMap((runId) => [rate('editor', runId, null), rate('owner', runId, null)]));
    expect((await scored()).ratings).toBeNull();
  });
});

describe('the effectiveness of a prompt', () => {
  it('follows the end of a suite, ratings and what is taken back, and leaves other organizations', async () => {
    const before = (await editor().call(prompts.getPrompt, { params: { promptId: runs.promptId } })).body;
    const suiteId = await newSuite(7, 1, { repetitions: 2 });
    await runSuite(suiteId);
    const suites = { share: 7 / 8, cases: 8, suites: 1 };
    expect(await scored()).toEqual({ score: 53, suites, ratings: null });
    const runId = await newRun();
    await rate('editor', runId, 'up');
    expect(await scored('owner')).toEqual({ score: 57, suites, ratings: { up: 1, total: 1 } });
    await rate('editor', runId, null);
    expect(await scored()).toEqual({ score: 53, suites, ratings: null });
    // The next report takes the place of this one.
    await runSuite(suiteId);
    const after = (await editor().call(prompts.getPrompt, { params: { promptId: runs.promptId } })).body;
    expect(after).toMatchObject({ effectiveness: { score: 53, suites }, revision: before.revision });
    const elsewhere = await runs.house.as('stranger').call(prompts.listPrompts, { query: {} });
    for (const { effectiveness } of elsewhere.body.items)
      expect(effectiveness).toEqual({ score: null, suites: null, ratings: null });
    const found = await editor().call(contract.getSuite, { params: { suiteId } });
    await editor().call(contract.deleteSuite, { params: { suiteId }, revision: found.body.revision });
    expect(await scored()).toEqual({ score: null, suites: null, ratings: null });
  });

  it('takes no report of a branch', async () => {
    const params = { promptId: runs.promptId };
    const body = { name: 'try', from: 1 };
    const branch = await editor().call(prompts.createBranch, { params, body });
    expect(branch.status, JSON.stringify(branch.body)).toBe(201);
    const place = { ...params, branch: 'try' };
    const { body: draft } = await editor().call(prompts.getDraft, { params: place });
    const sections = draft.document.sections.map((one: { text: string }) => ({
      ...one,
      text: `${one.text} Briefly.`,
    }));
    await editor().call(prompts.replaceDraft, {
      params: place,
      revision: draft.revision,
      body: { document: { ...draft.document, sections } },
    });
    const saved = await editor().call(prompts.commitVersion, {
      params: place,
      body: { expectedParent: 1, message: 'Shorter' },
    });
    expect(saved.body.version?.number, JSON.stringify(saved.body)).toBe(2);
    await runSuite(await newSuite(6, 0, { sources: [{ kind: 'branch', branch: 'try' }] }));
    const report = (await editor().call(contract.listSuites, { query: {} })).body.items[0];
    expect(report.lastRun, JSON.stringify(report)).toMatchObject({ status: 'finished', passed: 6 });
    expect((await scored()).suites).toBeNull();
  });

  it('orders the list, with what is not enough at the end, over pages', async () => {
    await runSuite(await newSuite(5, 0));
    for (const title of ['Bare', 'Bare too']) await editor().call(prompts.createPrompt, { body: { title } });
    const seen: (number | null)[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: 'effectiveness', limit: '1', ...(cursor && { cursor }) };
      const { body } = await editor().call(prompts.listPrompts, { query });
      seen.push(...body.items.map((row: { effectiveness: PromptEffectiveness }) => row.effectiveness.score));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.slice(0, 3)).toEqual([57, null, null]);
  });
});
