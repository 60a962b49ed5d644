import { expect, it } from 'vitest';
import { fromDollarText, isDollarText, toDollarText } from './dollar-text.ts';

it.each([
  ['', null],
  ['20', 20_000_000],
  ['12,5', 12_500_000],
  [' 0.000001 ', 1],
])('reads %j as %s', (text, micro) => {
  expect(isDollarText(text)).toBe(true);
  expect(fromDollarText(text)).toBe(micro);
  expect(fromDollarText(toDollarText(micro))).toBe(micro);
});

it.each(['-1', '1e3', 'ten', '1.2.3', '12345678'])('does not take %j for an amount', (text) => {
  expect(isDollarText(text)).toBe(false);
});
