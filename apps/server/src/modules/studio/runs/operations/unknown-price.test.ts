import * as billing from '@promptvault/contract/account/billing/routes';
import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import * as optimiser from '@promptvault/contract/studio/optimiser/routes';
import * as suites from '@promptvault/contract/studio/suites/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: RunHouse;
/** A connection whose server is not in the own network, and not there: what is refused never calls it. */
let far: string;
beforeAll(async () => {
  world = await openRunHouse();
  const { body } = await owner().call(models.createConnection, {
    body: {
      name: 'Far',
      provider: 'openai_compatible',
      baseUrl: 'https://models.promptvault.invalid/v1',
      key: 'sk-scripted-0123456789',
      saveAnyway: true,
    },
  });
  far = body.id;
});
afterAll(() => world.close());

const owner = () => world.house.as('owner');
const read = async () => (await owner().call(billing.getBudget)).body;
const change = async (body: object) =>
  owner().call(billing.updateBudget, { body, revision: (await read()).revision });
const mystery = () => ({ connectionId: far, model: 'mystery' });
const local = () => ({ connectionId: world.connectionId, model: 'scripted-fast' });
const start = (all: object[], more: object = {}) => world.start([], { models: all, ...more });
const refused = {
  status: 422,
  body: { code: 'budget.price_unknown', params: { models: ['mystery'] } },
};

describe('a model of unknown price', () => {
  it('runs where no budget pays', async () => {
    expect(await read()).toMatchObject({ allowUnpriced: false });
    expect((await start([mystery()])).status).toBe(201);
  });

  it('is refused by name under a budget, whatever is left of it, with all that was to start beside it', async () => {
    await change({ monthMicroDollars: 1_000_000_000 });
    const before = await read();
    const answer = await start([mystery(), local(), mystery()]);
    expect(answer).toMatchObject(refused);
    expect(JSON.stringify(answer.body)).toContain('The price of mystery is not known');
    expect(await read()).toEqual(before);
    await change({ dayMicroDollars: 0, monthMicroDollars: null });
    expect(await start([mystery()], { samples: 3 })).toMatchObject(refused);
    expect((await start([local(), { connectionId: null, model: 'echo' }])).status).toBe(201);
  });

  it('is refused where a gateway in the own network passes its calls on, until its price is entered', async () => {
    const passed = () => ({ connectionId: world.connectionId, model: 'gpt-4o-mini' });
    const answer = await start([local(), passed()]);
    expect(answer).toMatchObject({ status: 422, body: { params: { models: ['gpt-4o-mini'] } } });
    await owner().call(models.createModelFacts, {
      body: { ...passed(), inputMicroDollars: 0, outputMicroDollars: 0 },
    });
    expect((await start([passed()])).status).toBe(201);
  });

  it('is refused as what a chain falls back on, too', async () => {
    const chain = await owner().call(models.createChain, {
      body: { name: 'Careful', steps: [local(), mystery()] },
    });
    expect(chain.status, JSON.stringify(chain.body)).toBe(201);
    expect(await start([{ chainId: chain.body.id }])).toMatchObject(refused);
  });

  it('runs once its price is entered, or once the organization allows it', async () => {
    expect((await change({ allowUnpriced: true })).body).toMatchObject({ allowUnpriced: true });
    expect((await start([mystery()])).status).toBe(201);
    await change({ allowUnpriced: false });
    expect(await start([mystery()])).toMatchObject(refused);
    await owner().call(models.createModelFacts, {
      body: { connectionId: far, model: 'known', inputMicroDollars: 0, outputMicroDollars: 0 },
    });
    expect((await start([{ connectionId: far, model: 'known' }])).status).toBe(201);
    await change({ dayMicroDollars: null });
  });

  it('is refused in a tree with a limit in dollars, and not in one without', async () => {
    const tree = (microDollars: number | null) => ({
      ...document,
      techniques: {
        treeOfThoughts: {
          ...{ branching: 2, depth: 1, instruction: null, temperature: 0.9, thoughtTokens: 100 },
          ...{ evaluator: { by: 'rubric', rubric: null }, scale: { from: 1, to: 10 } },
          ...{ search: { by: 'beam', width: 1, prune: null }, answer: 'write' },
          budget: { calls: 20, tokens: null, microDollars },
        },
      },
    });
    const run = (microDollars: number | null) =>
      start([mystery()], { source: { kind: 'document', document: tree(microDollars) } });
    expect(await run(10_000)).toMatchObject(refused);
    expect((await run(null)).status).toBe(201);
  });
});

describe('suites and optimisations with a budget', () => {
  let caseSetId: string;
  beforeAll(async () => {
    const { promptId } = world;
    const set = await owner().call(createCaseSet, { body: { promptId, name: 'Set' } });
    caseSetId = set.body.id;
    const cases = Array.from({ length: 4 }, (_, index) => ({
      name: `Case ${index}`,
      values: { topic: 'x' },
    }));
    await owner().call(addCases, { params: { caseSetId }, body: { cases } });
  });
  const suite = async (name: string, more: object) => {
    const { promptId } = world;
    const { body } = await owner().call(suites.createSuite, {
      body: { promptId, caseSetId, name, models: [local(), mystery()], ...more },
    });
    return (budget: object = {}) =>
      owner().call(suites.startSuite, { params: { suiteId: body.id }, body: budget });
  };

  it('do not start with it, and buy nothing', async () => {
    const run = await suite('Limited', { budgetMicroDollars: 1_000 });
    expect(await run()).toMatchObject(refused);
    const optimise = await owner().call(optimiser.startOptimisation, {
      body: {
        ...{ promptId: world.promptId, model: local(), target: mystery() },
        ...{ generate: { count: 4 }, budgetMicroDollars: 1_000 },
      },
    });
    expect(optimise).toMatchObject(refused);
    expect((await run({ budgetMicroDollars: null })).status).toBe(201);
  });

  it.each([
    ['judges', (model: object) => ({ kind: 'judged', rubric: 'Kind?', judges: [local(), model] })],
    ['compares meanings', (model: object) => ({ kind: 'meaning', value: 'x', model })],
  ])('do not start where it %s', async (what, asserts) => {
    const { promptId } = world;
    const set = await owner().call(createCaseSet, { body: { promptId, name: `Set ${what}` } });
    const params = { caseSetId: set.body.id };
    const add = async (model: object) => {
      const cases = [{ name: 'x', values: { topic: 'x' }, assertions: [asserts(model)] }];
      expect((await owner().call(addCases, { params, body: { cases } })).status).toBe(201);
    };
    const limited = { ...params, models: [local()], budgetMicroDollars: 1_000 };
    // What nobody can ask costs nothing: its assertion says why.
    await add({ connectionId: crypto.randomUUID(), model: 'gone' });
    expect((await (await suite(`Gone ${what}`, limited))()).status).toBe(201);
    await add(mystery());
    const run = await suite(`Asks ${what}`, limited);
    expect(await run()).toMatchObject(refused);
    expect((await run({ budgetMicroDollars: null })).status).toBe(201);
  });

  it('do not start under the budget of the organization either', async () => {
    await change({ dayMicroDollars: 5_000_000 });
    const run = await suite('Unlimited', {});
    expect(await run()).toMatchObject(refused);
  });
});
