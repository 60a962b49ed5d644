import type { LeftOutReason } from '@promptvault/contract/studio/models/shapes';
import { expect, it } from 'vitest';
import type { Model } from '../api/models.ts';
import type { ModelSuggestions } from '../api/suggest-models.ts';
import { reasonCounts, suggestedAmong } from './suggested-models.ts';
import { unknownSettings } from './test-settings.ts';

const suggestion = (model: string, microDollars: number | null): ModelSuggestions['items'][number] => ({
  connectionId: 'c1',
  connectionName: 'One',
  provider: 'openai',
  model,
  name: model,
  contextWindow: null,
  maxOutputTokens: null,
  local: false,
  fits: null,
  unsure: [],
  microDollars,
});
const model = (name: string, more: Partial<Model> = {}): Model => ({
  connectionId: 'c1',
  connectionName: 'One',
  provider: 'openai',
  model: name,
  name,
  ai: true,
  source: 'discovered',
  contextWindow: null,
  maxOutputTokens: null,
  price: null,
  abilities: { vision: null, pdf: null, tools: null, schema: null, reasoning: null },
  retiresOn: null,
  outdated: false,
  settings: unknownSettings,
  facts: null,
  ...more,
});

it('keeps the order of the suggestion, of those that are offered here', () => {
  const items = [suggestion('b', 28_000), suggestion('elsewhere', 1), suggestion('a', null)];
  const offered = [model('a'), model('b'), model('b', { connectionId: 'c2' }), model('b', { chainId: 'x' })];
  expect(
    suggestedAmong(offered, { items }).map(({ model, cost }) => [model.connectionId, model.model, cost]),
  ).toEqual([
    ['c1', 'b', 0.028],
    ['c1', 'a', null],
  ]);
});

it('counts why models are left out, without the echo', () => {
  const out = (...reasons: LeftOutReason[]) => ({ ...suggestion('x', null), reasons });
  const leftOut = [
    out('not_ai', 'no_tools'),
    out('outdated'),
    out('no_tools', 'window_too_small'),
    out('no_tools'),
  ];
  expect(reasonCounts({ leftOut })).toEqual({
    models: 3,
    reasons: [
      { reason: 'no_tools', count: 2 },
      { reason: 'outdated', count: 1 },
      { reason: 'window_too_small', count: 1 },
    ],
  });
});
