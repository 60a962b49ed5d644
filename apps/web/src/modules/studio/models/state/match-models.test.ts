import { expect, test } from 'vitest';
import type { Model } from '../api/models.ts';
import { cutModels, groupModels, matchModels } from './match-models.ts';
import { unknownSettings } from './test-settings.ts';

const model = (connectionId: string | null, connectionName: string, name: string): Model => ({
  connectionId,
  connectionName,
  provider: connectionId === null ? 'echo' : 'openai_compatible',
  model: name.toLowerCase(),
  name,
  ai: connectionId !== null,
  source: connectionId === null ? 'built_in' : 'discovered',
  contextWindow: null,
  maxOutputTokens: null,
  retiresOn: null,
  outdated: false,
  settings: unknownSettings,
  facts: null,
  price: null,
  abilities: { vision: null, pdf: null, tools: null, schema: null, reasoning: null },
});

const all = [
  model(null, 'Built in', 'Echo'),
  model('a', 'Desk', 'Llama 3'),
  model('b', 'Cloud', 'Llama 4'),
  model('a', 'Desk', 'Qwen'),
];

test('every word counts, whether it stands in the name or the connection', () => {
  expect(matchModels(all, 'llama cloud').map(({ name }) => name)).toEqual(['Llama 4']);
  expect(matchModels(all, '  ')).toHaveLength(4);
  expect(matchModels(all, 'none')).toEqual([]);
});

test('models stand together by connection, in the order given', () => {
  expect(groupModels(all).map(({ name, models }) => [name, models.length])).toEqual([
    ['Built in', 1],
    ['Desk', 2],
    ['Cloud', 1],
  ]);
});

test('a long list is cut, and what is left out is counted', () => {
  const many = Array.from({ length: 250 }, (_, place) => model('a', 'Desk', `Model ${place}`));
  expect(cutModels(many)).toEqual({ hits: many.slice(0, 200), more: 50 });
  expect(cutModels(all)).toEqual({ hits: all, more: 0 });
});
