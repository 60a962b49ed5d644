import { expect, it } from 'vitest';
import { budgetWords } from './budget-words.ts';

it.each([
  [500, 100, 1_000, 1, 'fits'],
  [600, 100, 1_000, 1, 'tight: 70 %'],
  [800, 100, 1_000, 1, 'nearly full: 90 %'],
  // The bar shows 900 of 1,000: why it is too long is said.
  [900, 101, 1_000, 1, 'too long with the answer'],
  [1_001, 100, 1_000, 1, 'too long'],
  [100, 100, undefined, 0, 'choose a model to see its limit'],
  // A model of this browser's own is one.
  [100, 100, undefined, 1, 'limit unknown'],
])('%i tokens with %i for the answer, of %s on %i models: %s', (used, answer, limit, models, words) => {
  expect(budgetWords({ used, answer, limit }, models).replace(/\s/gu, ' ')).toContain(words);
});
