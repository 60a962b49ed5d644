import { expect, it } from 'vitest';
import type { Model } from '../api/models.ts';
import { proposeModels, taskCost } from './propose-models.ts';
import { unknownSettings } from './test-settings.ts';

type Price = { input: number; output: number } | null;
const model = (name: string, price: Price, more: Partial<Model> = {}): Model => ({
  connectionId: 'c1',
  connectionName: 'One',
  provider: 'openai',
  model: name,
  name,
  ai: true,
  source: 'discovered',
  contextWindow: 100_000,
  maxOutputTokens: null,
  price: price && {
    inputMicroDollars: price.input * 1e6,
    outputMicroDollars: price.output * 1e6,
    cachedInputMicroDollars: null,
    tiered: false,
    version: 'x',
  },
  abilities: { vision: true, tools: true, schema: null, reasoning: false },
  retiresOn: null,
  outdated: false,
  settings: unknownSettings,
  facts: null,
  ...more,
});
const names = (models: Model[]) => models.map(({ name }) => name);

it('proposes the cheapest first, and what has no price last', () => {
  const models = [
    model('dear', { input: 5, output: 25 }),
    model('unknown', null),
    model('cheap', { input: 1, output: 2 }),
  ];
  expect(names(proposeModels(models, { needs: [], inputTokens: 2_000 }))).toEqual([
    'cheap',
    'dear',
    'unknown',
  ]);
});

it('weighs input and output by the length of the prompt', () => {
  const talkative = model('cheap to talk', { input: 4, output: 1 });
  const reader = model('cheap to read', { input: 1, output: 40 });
  expect(names(proposeModels([talkative, reader], { needs: [], inputTokens: 100 }))[0]).toBe('cheap to talk');
  expect(names(proposeModels([talkative, reader], { needs: [], inputTokens: 90_000 }))[0]).toBe(
    'cheap to read',
  );
  expect(taskCost(reader, 1_000_000)).toBeCloseTo(1.04);
});

it('leaves out what surely cannot, is too small, outdated, or no AI', () => {
  const price = { input: 1, output: 1 };
  const models = [
    model('able', price),
    model('blind', price, { abilities: { vision: false, tools: true, schema: true, reasoning: true } }),
    model('small', price, { contextWindow: 1_000 }),
    model('old', price, { outdated: true }),
    model('echo', price, { ai: false }),
  ];
  expect(names(proposeModels(models, { needs: ['vision'], inputTokens: 5_000 }))).toEqual(['able']);
});

it('puts those that surely can before those of which nobody says', () => {
  const sure = model(
    'sure',
    { input: 9, output: 9 },
    { abilities: { vision: true, tools: true, schema: true, reasoning: true } },
  );
  const perhaps = model('perhaps', { input: 1, output: 1 });
  expect(names(proposeModels([perhaps, sure], { needs: ['schema'], inputTokens: 10 }))).toEqual([
    'sure',
    'perhaps',
  ]);
});
