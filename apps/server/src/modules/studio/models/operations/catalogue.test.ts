import { expect, it } from 'vitest';
import { catalogue, findCatalogueModel } from './catalogue.ts';
import { describePrice } from './price-table.ts';

const at = new Date('2026-11-20T00:00:00Z');

it('names each model once and knows dated snapshots', () => {
  const names = catalogue.map(({ provider, id }) => `${provider} ${id}`);
  expect(new Set(names).size).toBe(names.length);
  expect(findCatalogueModel('anthropic', 'claude-opus-4-6-20260205')?.contextWindow).toBe(1_000_000);
  expect(findCatalogueModel('openai', 'gpt-5-2025-08-07')?.id).toBe('gpt-5');
  expect(findCatalogueModel('google', 'gpt-5')).toBeUndefined();
});

it('has prices for nearly all of its models', async () => {
  const unpriced: string[] = [];
  for (const { provider, id } of catalogue)
    if (!(await describePrice({ provider, model: id, baseUrl: null }, at))?.price) unpriced.push(id);
  expect(unpriced).toEqual(['gpt-6.2-sol', 'gpt-6.1-sol']);
});
