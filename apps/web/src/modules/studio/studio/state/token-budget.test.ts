import { emptyDocument, render } from '@promptvault/document';
import { expect, test } from 'vitest';
import { firstTechniques } from './first-techniques.ts';
import {
  budgetLevel,
  budgetParts,
  runCost,
  sectionTokens,
  smallestLimit,
  techniqueForecast,
} from './token-budget.ts';

const model = (contextWindow: number | null, input: number | null = null, output: number | null = null) => ({
  contextWindow,
  price: input === null && output === null ? null : { inputMicroDollars: input, outputMicroDollars: output },
});

test('the level turns at seven and at nine tenths', () => {
  expect([699, 700, 899, 900, 1000, 1001].map((used) => budgetLevel(used, 1000))).toEqual([
    'fits',
    'tight',
    'tight',
    'full',
    'full',
    'over',
  ]);
  expect(budgetLevel(10, undefined)).toBe('none');
});

test('the smallest window that is known counts', () => {
  expect(smallestLimit([model(32_000), model(null), model(8_000)])).toBe(8_000);
  expect(smallestLimit([model(null)])).toBeUndefined();
});

test('costs of all models add up; models without a price are left out', () => {
  const [dear, cheap] = [model(1, 3_000_000, 15_000_000), model(1, 1_000_000, 0)];
  expect(runCost([dear], 1_000, 100)).toBeCloseTo(0.0045);
  expect(runCost([dear, cheap, model(1)], 1_000, 100)).toBeCloseTo(0.0055);
  expect(runCost([model(1), model(1, 5, null)], 1_000, 100)).toBeUndefined();
});

test('samples are counted as often as they are asked, and a tree as much as it may grow', () => {
  const priced = { ...model(1, 0, 1_000_000), maxOutputTokens: 1_000 };
  const asked = { input: 10, answer: 100, longest: undefined };
  const { selfConsistency, treeOfThoughts } = firstTechniques;
  expect(techniqueForecast({}, [priced], asked)).toMatchObject({ calls: 1, isMost: false });
  const vote = techniqueForecast({ selfConsistency }, [priced], asked);
  expect(vote.calls).toBe(5);
  expect(vote.cost).toBeCloseTo(0.0005, 9);
  const tree = techniqueForecast({ treeOfThoughts }, [priced, priced], asked);
  // Fifteen thoughts and verdicts of 400 tokens, and the longest answer of the model; on each of them.
  expect(tree).toMatchObject({ calls: 31, isMost: true });
  expect(tree.cost).toBeCloseTo(2 * (30 * 400 + 1_000) * 1e-6, 9);
  const bounded = { ...treeOfThoughts, budget: { ...treeOfThoughts.budget, microDollars: 500 } };
  expect(techniqueForecast({ treeOfThoughts: bounded }, [priced], asked).cost).toBeCloseTo(0.0005, 9);
  expect(techniqueForecast({ treeOfThoughts }, [], asked)).toMatchObject({ calls: 31, cost: undefined });
});

test('files and examples count with their section, or by themselves', () => {
  const section = (id: string, kind: 'instructions' | 'context') => ({ id, kind, role: null, text: 'ab' });
  const document = {
    ...emptyDocument(),
    sections: [section('i', 'instructions'), section('c', 'context')],
    examples: [{ id: 'e', input: 'x', output: 'y' }],
  };
  const pack = { items: [{ path: 'a.md', text: 'long', hash: 'h', tokens: 88 }] };
  const { sections } = render(document, {}, pack);
  const tokens = sectionTokens(sections, pack, (text) => text.length);
  expect(tokens.get('i')).toBe(2);
  expect(tokens.get('c')).toBe(102);
  expect(tokens.get('examples')).toBeGreaterThan(0);
  const parts = budgetParts(document, tokens, (id) => id.toUpperCase());
  expect(parts.map(({ id, label }) => [id, label])).toEqual([
    ['i', 'I'],
    ['c', 'C'],
    ['examples', 'EXAMPLES'],
  ]);
});
