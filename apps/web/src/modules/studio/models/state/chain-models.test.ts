import { expect, it } from 'vitest';
import type { Model, ModelChain } from '../api/models.ts';
import { chainModels } from './chain-models.ts';
import { unknownSettings } from './test-settings.ts';

const model = (name: string, contextWindow: number | null, tools: boolean | null): Model => ({
  connectionId: 'c1',
  connectionName: 'One',
  provider: 'openai_compatible',
  model: name,
  name,
  ai: true,
  source: 'discovered',
  contextWindow,
  maxOutputTokens: null,
  price: null,
  abilities: { vision: null, pdf: null, tools, schema: true, reasoning: false },
  retiresOn: null,
  outdated: false,
  settings: unknownSettings,
  facts: null,
});
const chain = (...names: string[]): ModelChain => ({
  id: 'chain-1',
  name: 'Safe',
  steps: names.map((name) => ({ connectionId: 'c1', connectionName: 'One', model: name })),
  createdAt: '',
  updatedAt: '',
  revision: 1,
});

it('can do what all of its models can, and takes what all of them take', () => {
  const models = [model('a', 8_000, true), model('b', 4_000, true), model('c', null, null)];
  expect(chainModels([chain('a', 'b')], models)[0]).toMatchObject({
    chainId: 'chain-1',
    name: 'Safe',
    connectionName: 'One',
    contextWindow: 4_000,
    abilities: { tools: true, schema: true, reasoning: false, vision: null, pdf: null },
  });
  expect(chainModels([chain('a', 'c')], models)[0]?.abilities.tools).toBeNull();
});

it('is not offered when none of its models is left', () => {
  expect(chainModels([chain('gone')], [model('a', null, true)])).toEqual([]);
});
