import { expect, test } from 'vitest';
import { clickLine, typedRange } from './line-range.ts';

test('a click takes a line, a second lets it go, shift reaches from the anchor', () => {
  expect(clickLine(undefined, 5, false)).toEqual({ from: 5, to: 5 });
  expect(clickLine({ from: 5, to: 5 }, 5, false)).toBeUndefined();
  expect(clickLine({ from: 5, to: 5 }, 9, true)).toEqual({ from: 5, to: 9 });
  expect(clickLine({ from: 5, to: 9 }, 7, true)).toEqual({ from: 5, to: 7 });
  expect(clickLine({ from: 5, to: 9 }, 2, true)).toEqual({ from: 2, to: 9 });
  expect(clickLine(undefined, 3, true)).toEqual({ from: 3, to: 3 });
});

test('typed lines must lie in the file', () => {
  expect(typedRange('2', '4', 10)).toEqual({ from: 2, to: 4 });
  for (const [from, to] of [
    ['', '4'],
    ['0', '4'],
    ['5', '4'],
    ['1.5', '4'],
    ['1', '11'],
    ['x', '4'],
  ])
    expect(typedRange(from ?? '', to ?? '', 10)).toBeUndefined();
});
