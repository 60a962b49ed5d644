import * as contract from '@promptvault/contract/studio/models/routes';
import type { ModelView } from '@promptvault/contract/studio/models/shapes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
});
afterAll(() => world.close());

const say = (model: string, facts: object, caller: 'owner' | 'editor' | 'stranger' = 'owner') =>
  world.house
    .as(caller)
    .call(contract.createModelFacts, { body: { connectionId: world.connectionId, model, ...facts } });
const find = async (model: string): Promise<ModelView> => {
  const { body } = await world.house.as('viewer').call(contract.listModels);
  return body.items.find((one: ModelView) => one.model === model);
};

it('replaces what the catalogue says of a model, as far as it goes', async () => {
  const { status, body } = await say('scripted-json', {
    contextWindow: 32_768,
    tools: true,
    inputMicroDollars: 1_500_000,
    outputMicroDollars: 3_000_000,
    retiresOn: '2020-01-31',
  });
  expect(status).toBe(201);
  const model = await find('scripted-json');
  expect(model).toMatchObject({
    contextWindow: 32_768,
    maxOutputTokens: null,
    abilities: { tools: true, vision: null },
    price: { inputMicroDollars: 1_500_000, cachedInputMicroDollars: 1_500_000 },
    retiresOn: '2020-01-31',
    outdated: true,
    facts: { id: body.id, revision: 1 },
  });
  expect(await find('scripted-fast')).toMatchObject({ outdated: false, facts: null });
});

it('is what runs cost from then on, with its day and revision', async () => {
  await say('scripted-burst', { inputMicroDollars: 0, outputMicroDollars: 5_000_000 });
  const { runIds } = await world.start(['scripted-burst']);
  const run = await world.ended(runIds[0] ?? '');
  expect(run.cost).toMatchObject({ microDollars: (run.usage?.outputTokens ?? 0) * 5, estimated: false });
  expect(run.cost?.priceVersion).toMatch(/^own price of \d{4}-\d\d-\d\d, revision 1$/);
});

it('is said once of each model, changed with its revision, and taken back', async () => {
  const { body: made } = await say('scripted-echo', { vision: true });
  expect((await say('scripted-echo', {})).body).toMatchObject({
    code: 'model.facts_exist',
    params: { factsId: made.id },
  });
  const params = { factsId: made.id };
  const change = (body: object, revision?: number) =>
    world.house
      .as('owner')
      .call(contract.updateModelFacts, { params, body, ...(revision ? { revision } : {}) });
  expect((await change({ tools: true })).status).toBe(428);
  expect((await change({ tools: true }, 1)).body).toMatchObject({ tools: true, vision: true, revision: 2 });
  expect((await change({ tools: false }, 1)).status).toBe(412);
  expect((await change({ vision: null }, 2)).body).toMatchObject({ vision: null, tools: true });
  const remove = (caller: 'owner' | 'editor' | 'stranger') =>
    world.house.as(caller).call(contract.deleteModelFacts, { params, revision: 3 });
  expect((await remove('editor')).status).toBe(403);
  expect((await remove('stranger')).status).toBe(404);
  expect((await remove('owner')).status).toBe(204);
  expect((await find('scripted-echo')).facts).toBeNull();
});

it.each([
  ['half a price', { inputMicroDollars: 1 }, 'model.price_incomplete'],
  ['a cached price alone', { cachedInputMicroDollars: 1 }, 'model.price_incomplete'],
  ['a window of nothing', { contextWindow: 0 }, 'request.invalid'],
  ['a day that is none', { retiresOn: '2026-02-30' }, 'request.invalid'],
  ['a negative price', { inputMicroDollars: -1, outputMicroDollars: 1 }, 'request.invalid'],
])('refuses %s', async (_what, facts, code) => {
  expect((await say('scripted-slow', facts)).body.code).toBe(code);
  expect((await find('scripted-slow')).facts).toBeNull();
});

it('is for owners and admins', async () => {
  expect((await say('scripted-pings', {}, 'editor')).status).toBe(403);
  expect((await say('scripted-pings', {}, 'stranger')).status).toBe(404);
});
