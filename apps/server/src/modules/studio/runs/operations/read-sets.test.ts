import * as billing from '@promptvault/contract/account/billing/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { heard, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const set = (name: string, values: object = { topic: name }) => ({ name, values });
const many = (count: number) => Array.from({ length: count }, (_, index) => set(`Set ${index}`));

describe('several sets of values', () => {
  it('are each run on every model as often as wanted, and told apart', async () => {
    const { status, body, runIds } = await runs.start([null, 'scripted-mirror'], {
      sets: [set('tides'), set('winds', { topic: 'the winds' })],
      samples: 2,
    });
    expect(status).toBe(201);
    const cells = body.comparison.runs.map((run) => [run.setIndex, run.setName, run.model, run.sampleIndex]);
    expect(cells).toEqual([
      [0, 'tides', 'echo', 0],
      [0, 'tides', 'echo', 1],
      [0, 'tides', 'scripted-mirror', 2],
      [0, 'tides', 'scripted-mirror', 3],
      [1, 'winds', 'echo', 0],
      [1, 'winds', 'echo', 1],
      [1, 'winds', 'scripted-mirror', 2],
      [1, 'winds', 'scripted-mirror', 3],
    ]);
    const told = await Promise.all(runIds.map(async (id) => heard(await runs.follow(id))));
    for (const [place, text] of told.entries())
      expect(text).toContain(place < 4 ? 'Explain tides.' : 'Explain the winds.');
    const whole = await Promise.all(runIds.map((id) => runs.ended(id)));
    expect(whole.map(({ values }) => values.topic)).toEqual([
      ...Array(4).fill('tides'),
      ...Array(4).fill('the winds'),
    ]);
    // One hash for what is the same, as stored and as answered.
    expect(whole.map(({ sentHash }) => sentHash)).toEqual(body.comparison.runs.map((run) => run.sentHash));
    expect(new Set(whole.map(({ sentHash }) => sentHash)).size).toBe(2);
  });

  it('take from the values what they do not give themselves, and stay so when one is repeated', async () => {
    const { runIds } = await runs.start(['scripted-mirror'], { sets: [set('as given', {}), set('winds')] });
    const [given, own] = await Promise.all(runIds.map((id) => runs.ended(id)));
    expect(given?.values).toEqual({ topic: 'the tides' });
    expect(own?.output).toContain('Explain winds.');
    const again = await runs.house
      .as('editor')
      .call(contract.retryRun, { params: { runId: own?.id ?? '' }, body: {} });
    expect(again.body.run).toMatchObject({ setName: 'winds', setIndex: 1, sentHash: own?.sentHash });
    expect((await runs.ended(again.body.run.id)).output).toBe(own?.output);
  });

  it('are refused as a whole where one of them cannot be run, saying which', async () => {
    const before = runs.provider.requests.length;
    const { status, body } = await runs.start(['scripted-fast'], {
      values: {},
      sets: [set('tides'), set('nothing', {})],
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'run.prompt_has_errors',
      errors: [{ path: ['sets', 1, 'sections', 's2', 1, 9], code: 'variable.missing' }],
    });
    expect(runs.provider.requests).toHaveLength(before);
  });

  it('have names of their own and an end', async () => {
    const refused = async (more: object) => (await runs.start([null, null], more)).body.code;
    expect(await refused({ sets: [set('same'), set('same')] })).toBe('request.invalid');
    expect(await refused({ sets: many(51) })).toBe('request.invalid');
    expect(await refused({ sets: many(11), samples: 5 })).toBe('request.invalid');
    const context = [{ path: 'a.txt', text: 'x'.repeat(9_000_000), hash: 'h' }];
    expect(await refused({ sets: many(3), context })).toBe('run.too_much_at_once');
    const long = many(21).map(({ name }) => set(name, { topic: 'x'.repeat(1_000_000) }));
    expect(await refused({ sets: long })).toBe('run.too_much_at_once');
  });

  it('are held of the budget together before any is called, and settled one by one', async () => {
    const each = 100_000;
    const model = 'scripted-rate-400-100';
    const owner = runs.house.as('owner');
    await owner.call(models.createModelFacts, {
      body: {
        connectionId: runs.connectionId,
        model,
        inputMicroDollars: 0,
        outputMicroDollars: 1_000_000_000,
        maxOutputTokens: 100,
      },
    });
    const budget = async () => (await owner.call(billing.getBudget)).body;
    const limit = async (dayMicroDollars: number) =>
      owner.call(billing.updateBudget, { body: { dayMicroDollars }, revision: (await budget()).revision });
    await limit(50 * each - 1);
    const called = runs.provider.requests.length;
    expect(await runs.start([model], { sets: many(50) })).toMatchObject({
      status: 402,
      body: { code: 'budget.exhausted', params: { neededMicroDollars: 50 * each } },
    });
    expect(runs.provider.requests).toHaveLength(called);
    expect((await budget()).day.reservedMicroDollars).toBe(0);

    await limit(50 * each);
    const two = await Promise.all([1, 2].map(() => runs.start([model], { sets: many(50) })));
    expect(two.map(({ status }) => status).sort()).toEqual([201, 402]);
    const runIds = two.flatMap((answer) => answer.runIds);
    const ended = await Promise.all(runIds.map((id) => runs.ended(id)));
    const { day } = await budget();
    expect(day.reservedMicroDollars).toBe(0);
    expect(day.spentMicroDollars).toBe(ended.reduce((sum, { cost }) => sum + (cost?.microDollars ?? 0), 0));
    expect(day.spentMicroDollars).toBeLessThanOrEqual(50 * each);
  });
});
