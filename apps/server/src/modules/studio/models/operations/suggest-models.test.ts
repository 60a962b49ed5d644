import * as contract from '@promptvault/contract/studio/models/routes';
import type {
  LeftOutModelView,
  ModelSuggestionsView,
  SuggestedModelView,
} from '@promptvault/contract/studio/models/shapes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
  await say('scripted-fast', { ...price(2_000_000, 8_000_000), tools: true, contextWindow: 50_000 });
  await say('scripted-slow', { ...price(1_000_000, 1_000_000), tools: true, contextWindow: 4_000 });
  await say('scripted-json', { ...price(1_000_000, 2_000_000), tools: false, contextWindow: 50_000 });
});
afterAll(() => world.close());

const price = (inputMicroDollars: number, outputMicroDollars: number) => ({
  inputMicroDollars,
  outputMicroDollars,
});
const say = (model: string, facts: object) =>
  world.house.as('owner').call(contract.createModelFacts, {
    body: { connectionId: world.connectionId, model, ...facts },
  });
const ask = (body: object, caller: Caller = 'viewer') =>
  world.house.as(caller).call(contract.suggestModels, { body });
const suggest = async (body: object, caller?: Caller): Promise<ModelSuggestionsView> =>
  (await ask(body, caller)).body;
const find = <One extends { model: string }>(list: One[], model: string) =>
  list.find((one) => one.model === model);
const reasonsOf = (leftOut: LeftOutModelView[], model: string) => find(leftOut, model)?.reasons;

it('ranks what the person sees, with the cost of the call, and says why others are left out', async () => {
  const { items, leftOut } = await suggest({ needs: ['tools'], inputTokens: 10_000, outputTokens: 1_000 });
  expect(items[0]).toEqual({
    connectionId: world.connectionId,
    connectionName: 'Scripted',
    provider: 'openai_compatible',
    model: 'scripted-fast',
    name: 'scripted-fast',
    contextWindow: 50_000,
    maxOutputTokens: null,
    local: true,
    fits: true,
    unsure: [],
    microDollars: 28_000,
  } satisfies SuggestedModelView);
  expect(items.slice(1).every(({ unsure }) => unsure.length === 1)).toBe(true);
  expect(items.at(-1)?.microDollars).toBeNull();
  expect(reasonsOf(leftOut, 'echo')).toEqual(['not_ai', 'no_tools']);
  expect(reasonsOf(leftOut, 'scripted-slow')).toEqual(['window_too_small']);
  expect(reasonsOf(leftOut, 'scripted-json')).toEqual(['no_tools']);
});

it('keeps to the most that a call may cost', async () => {
  const { items, leftOut } = await suggest({ mostMicroDollars: 3_000 });
  expect(items.map(({ model }) => model)).toEqual(['scripted-slow', 'scripted-json']);
  expect(reasonsOf(leftOut, 'scripted-fast')).toEqual(['too_dear']);
  expect(reasonsOf(leftOut, 'scripted-burst')).toEqual(['price_unknown']);
});

it('counts the steps of a price as a run would', async () => {
  await world.house.as('owner').call(contract.createConnection, {
    body: { name: 'Claude', provider: 'anthropic', baseUrl: 'http://127.0.0.1:9', saveAnyway: true },
  });
  const { leftOut } = await suggest({ inputTokens: 200_000, outputTokens: 1_000 });
  // 200,000 × 0.5 + 1,000 × 2.5: the whole call at the price of the larger step.
  expect(find(leftOut, 'claude-haiku-5-5')).toMatchObject({
    microDollars: 102_500,
    reasons: ['connection_failed'],
  });
});

it('shows a personal connection to its owner alone', async () => {
  await world.house.as('editor').call(contract.createConnection, {
    body: {
      name: 'Mine',
      provider: 'openai_compatible',
      baseUrl: world.provider.baseUrls.openai_compatible,
      key: 'sk-personal-0123456789',
      personal: true,
    },
  });
  const names = async (caller: Caller) => {
    const { items, leftOut } = await suggest({}, caller);
    return new Set([...items, ...leftOut].map(({ connectionName }) => connectionName));
  };
  expect(await names('editor')).toContain('Mine');
  expect(await names('owner')).not.toContain('Mine');
  expect(await names('stranger')).toEqual(new Set(['Built in']));
});

it('is for those who may see models', async () => {
  expect((await ask({}, 'guest')).status).toBe(403);
  expect((await ask({}, 'nobody')).status).toBe(401);
});

it.each([
  ['an unknown need', { needs: ['speed'] }],
  ['half a token', { inputTokens: 0.5 }],
  ['a negative limit', { mostMicroDollars: -1 }],
  ['an unknown field', { cheapest: true }],
])('refuses %s', async (_what, body) => {
  expect(await ask(body)).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
});
