import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { suiteEnded } from '@promptvault/testing/suite-ended';
import { type Caller, callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPurse } from '../../runs/index.ts';
import { findSuiteRun } from '../repository/suite-runs.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  const price = { inputMicroDollars: 1_000_000, outputMicroDollars: 1_000_000, maxOutputTokens: 100 };
  for (const model of ['scripted-fast', 'scripted-json'])
    await runs.house
      .as('owner')
      .call(createModelFacts, { body: { connectionId: runs.connectionId, model, ...price } });
});
afterAll(() => runs.close());

const editor = () => runs.house.as('editor');
const scripted = (model: string) => ({ connectionId: runs.connectionId, model });
let made = 0;

async function newSuite(assertions: object[], more: object): Promise<string> {
  made += 1;
  const set = await editor().call(createCaseSet, { body: { promptId: runs.promptId, name: `Set ${made}` } });
  const cases = Array.from({ length: 12 }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: `t${index}` },
    assertions,
  }));
  await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const body = {
    ...{ promptId: runs.promptId, caseSetId: set.body.id, name: `Suite ${made}` },
    ...{ models: [scripted('scripted-fast')], passRate: 0, ...more },
  };
  const { status, body: suite } = await editor().call(contract.createSuite, { body });
  expect(status, JSON.stringify(suite)).toBe(201);
  return suite.id;
}

const ended = (suiteRunId: string) => suiteEnded(runs, suiteRunId);
const run = async (suiteId: string) =>
  ended((await editor().call(contract.startSuite, { params: { suiteId }, body: {} })).body.id);
const budget = (suiteRunId: string, budgetMicroDollars: number | null, caller: Caller = 'editor') =>
  runs.house
    .as(caller)
    .call(contract.budgetSuiteRun, { params: { suiteRunId }, body: { budgetMicroDollars } });
const purseOf = (suiteRunId: string) =>
  runs.house.within('editor', async (ctx) => {
    const row = await findSuiteRun(ctx, suiteRunId);
    return readPurse(ctx, row?.purseId ?? '');
  });

describe('the budget of a suite', () => {
  it('is never overspent by any number at once, ends the run clearly, and lets it go on under a higher one', async () => {
    const suiteId = await newSuite([], { concurrency: 8, budgetMicroDollars: 400 });
    const stopped = await run(suiteId);
    expect(stopped).toMatchObject({
      status: 'stopped',
      isSpent: true,
      isGreen: false,
      budgetMicroDollars: 400,
    });
    expect(stopped.reason).toMatch(/^Its budget of \$0\.0004 is spent/);
    expect(stopped.waiting).toBeGreaterThan(0);
    expect(stopped.passed).toBeGreaterThan(0);
    const purse = await purseOf(stopped.id);
    expect(purse).toMatchObject({ heldMicroDollars: 0, spentMicroDollars: stopped.microDollars });
    expect(stopped.microDollars).toBeLessThanOrEqual(400);
    const called = runs.provider.requests.length;
    const raised = await budget(stopped.id, 100_000);
    expect(raised.body).toMatchObject({ status: 'running', isSpent: false, budgetMicroDollars: 100_000 });
    const done = await ended(stopped.id);
    expect(done).toMatchObject({ status: 'finished', passed: 12, waiting: 0, reason: null });
    // What was judged is not bought again.
    expect(runs.provider.requests.length - called).toBe(stopped.waiting);
    expect(await purseOf(stopped.id)).toMatchObject({
      heldMicroDollars: 0,
      spentMicroDollars: done.microDollars,
    });
  });

  it('pays for judges too', async () => {
    const judged = { kind: 'judged', rubric: 'Says why.', judges: [scripted('scripted-json')] };
    const suiteId = await newSuite([judged], { concurrency: 1, budgetMicroDollars: 1_500 });
    const stopped = await run(suiteId);
    expect(stopped).toMatchObject({ status: 'stopped', isSpent: true });
    const purse = await purseOf(stopped.id);
    expect(purse?.spentMicroDollars).toBeLessThanOrEqual(1_500);
    // Also what a judge has said of an item that is not ended is counted.
    expect(purse?.spentMicroDollars).toBeGreaterThanOrEqual(stopped.microDollars);
  });

  it('can be changed by whoever runs suites, while it goes on and after', async () => {
    const suiteId = await newSuite([], { concurrency: 1 });
    const { id } = await run(suiteId);
    expect((await budget(id, 5)).body).toMatchObject({ status: 'finished', budgetMicroDollars: 5 });
    expect((await budget(id, null)).body).toMatchObject({ budgetMicroDollars: null });
    const answers = await Promise.all(
      callers.map(async (caller) => [caller, (await budget(id, 7, caller)).status]),
    );
    expect(Object.fromEntries(answers)).toEqual({
      ...{ owner: 200, admin: 200, editor: 200, viewer: 403, guest: 403, stranger: 404, nobody: 401 },
    });
    expect((await budget(id, 0)).status).toBe(422);
  });
});
