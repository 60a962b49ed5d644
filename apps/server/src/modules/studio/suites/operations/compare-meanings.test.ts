import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import type { SuiteItemView, SuiteReportView } from '@promptvault/contract/studio/suites/shapes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../../../foundation/jobs/long-work.ts';
import { readPurse } from '../../runs/index.ts';
import { findSuiteRun } from '../repository/suite-runs.ts';
import { suiteWork } from './suite-work.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  // A thousandth of a dollar for each token that goes in.
  const price = { inputMicroDollars: 1_000_000_000, outputMicroDollars: 0 };
  await runs.house.as('owner').call(createModelFacts, {
    body: { connectionId: runs.connectionId, model: 'scripted-embedding', ...price },
  });
  runs.provider.script('tide', { text: 'The tide comes in at noon.' });
});
afterAll(() => runs.close());

const editor = () => runs.house.as('editor');
const meaning = (value: string, more: object = {}) => ({
  kind: 'meaning',
  value,
  model: { connectionId: runs.connectionId, model: 'scripted-embedding' },
  ...more,
});
let made = 0;

interface Judged {
  run: SuiteReportView;
  items: SuiteItemView[];
}

async function judge(assertions: object[], more: object = {}): Promise<Judged> {
  made += 1;
  const set = await editor().call(createCaseSet, { body: { promptId: runs.promptId, name: `Set ${made}` } });
  const cases = assertions.map((assertion, index) => ({
    name: `Case ${index}`,
    values: { topic: 'tides' },
    assertions: [assertion],
  }));
  const added = await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  const suite = await editor().call(contract.createSuite, {
    body: {
      ...{ promptId: runs.promptId, caseSetId: set.body.id, name: `Meaning ${made}`, passRate: 0 },
      ...{ models: [{ connectionId: runs.connectionId, model: 'tide' }], concurrency: 1, ...more },
    },
  });
  const { id } = (await editor().call(contract.startSuite, { params: { suiteId: suite.body.id }, body: {} }))
    .body;
  return ended(id);
}

const embedded = () => runs.provider.requests.filter(({ path }) => path.endsWith('/embeddings'));

async function ended(id: string): Promise<Judged> {
  for (;;) {
    const { body } = await editor().call(contract.getSuiteRun, { params: { suiteRunId: id } });
    if (body.status !== 'running') {
      const items = await editor().call(contract.listSuiteItems, { params: { suiteRunId: id } });
      return { run: body, items: items.body.items };
    }
    await pause(50);
  }
}

describe('an assertion about meaning', () => {
  it('holds the answer against what is wanted, and is paid for', async () => {
    const { run, items } = await judge([
      meaning('At noon comes in the tide.'),
      meaning('The moon is made of cheese.'),
      meaning('The moon is made of cheese.', { not: true }),
      meaning('  '),
    ]);
    expect(items.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed', 'failed']);
    expect(items[0]?.score).toBeCloseTo(1, 6);
    const reasons = items.map(({ results }) => results?.[0]?.reason ?? '');
    expect(reasons[0]).toBe(
      'In meaning, as scripted-embedding sees it, the texts are alike to 100 %; 80 % is needed.',
    );
    expect(reasons[3]).toBe('One of the texts is empty.');
    // Twelve words in both texts; the empty text is sent to nobody.
    expect(items.map(({ microDollars }) => microDollars)).toEqual([12_000, 12_000, 12_000, null]);
    expect(run.microDollars).toBe(36_000);
    expect(embedded()).toHaveLength(3);
    const purse = await runs.house.within('editor', async (ctx) =>
      readPurse(ctx, (await findSuiteRun(ctx, run.id))?.purseId ?? ''),
    );
    expect(purse).toMatchObject({ heldMicroDollars: 0, spentMicroDollars: 36_000 });
  });

  it('is not bought again where the process died before the item was written', async () => {
    const wanted = [
      meaning('At noon comes in the tide.'),
      meaning('x', { model: { connectionId: runs.connectionId, model: 'scripted-401' } }),
    ];
    const { run, items } = await judge(wanted);
    const asked = embedded().length;
    await runs.house.within('owner', async ({ tx }) => {
      await tx.execute(
        `update suite_item set status = 'running', results = '[]', score = null where suite_run_id = '${run.id}'`,
      );
      await tx.execute(
        `update suite_run set status = 'running', passed = 0, failed = 0, micro_dollars = 0, ended_at = null where id = '${run.id}'`,
      );
    });
    const { ports } = runs.house.application.services;
    const later = new Date(Date.now() + 60_000);
    createEngine(ports, suiteWork).launch(runs.house.organizationId, run.id, later);
    expect(await ended(run.id)).toEqual({ run: { ...run, endedAt: expect.any(String) }, items });
    // Only what had come to nothing is asked again.
    expect(embedded().length - asked).toBe(1);
    const purse = await runs.house.within('editor', async (ctx) =>
      readPurse(ctx, (await findSuiteRun(ctx, run.id))?.purseId ?? ''),
    );
    expect(purse).toMatchObject({ heldMicroDollars: 0, spentMicroDollars: run.microDollars });
  });

  it('is not bought beyond the budget of the suite', async () => {
    const before = embedded().length;
    const wanted = Array.from({ length: 4 }, () => meaning('At noon comes in the tide.'));
    const { run } = await judge(wanted, { budgetMicroDollars: 50_000 });
    expect(run).toMatchObject({ status: 'stopped', isSpent: true });
    expect(run.microDollars).toBeLessThanOrEqual(50_000);
    expect(embedded().length - before).toBe(run.passed);
    expect(run.passed).toBeGreaterThan(0);
  });

  it('says why nobody can tell, and nothing is paid for it', async () => {
    const elsewhere = { connectionId: crypto.randomUUID(), model: 'scripted-embedding' };
    const { run, items } = await judge([
      meaning('x', { model: { connectionId: runs.connectionId, model: 'scripted-401' } }),
      meaning('x', { model: elsewhere }),
    ]);
    expect(items.map(({ status }) => status)).toEqual(['failed', 'failed']);
    const results = items.map(({ results }) => results?.[0]);
    expect(results.map((result) => result?.status)).toEqual(['error', 'error']);
    expect(results[0]?.reason).toContain('does not accept the key');
    expect(results[1]?.reason).not.toBe('');
    expect(run.microDollars).toBe(0);
  });
});
