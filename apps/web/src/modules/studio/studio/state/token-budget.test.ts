import { emptyDocument, render } from '@promptvault/document';
import { expect, test } from 'vitest';
import { budgetLevel, budgetParts, runCost, sectionTokens, smallestLimit } from './token-budget.ts';

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
