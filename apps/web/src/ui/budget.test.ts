import { expect, test } from 'vitest';
import { measureBudget } from './budget.ts';

const parts = [
  { id: 'a', label: 'System', tokens: 250 },
  { id: 'b', label: 'Context', tokens: 500 },
  { id: 'c', label: 'Empty', tokens: 0 },
];

test('parts take their share of the limit, and empty ones are left out', () => {
  const budget = measureBudget(parts, 1000);
  expect(budget).toMatchObject({ used: 750, over: 0, state: 'fits', limitAt: 1 });
  expect(budget.parts.map(({ share }) => share)).toEqual([0.25, 0.5]);
});

test('it is tight from nine tenths on and over from one token more', () => {
  expect(measureBudget(parts, 800).state).toBe('tight');
  expect(measureBudget(parts, 750).state).toBe('tight');
  expect(measureBudget(parts, 749)).toMatchObject({ state: 'over', over: 1 });
});

test('past the limit the bar shows where the limit was', () => {
  const budget = measureBudget(parts, 500);
  expect(budget.limitAt).toBeCloseTo(2 / 3);
  expect(budget.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test('nothing in it, or no limit, is no division by zero', () => {
  expect(measureBudget([], 0)).toMatchObject({ used: 0, state: 'fits' });
  expect(measureBudget(parts, undefined)).toMatchObject({ state: 'fits', limitAt: 1 });
});
