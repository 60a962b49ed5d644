import { expect, test } from 'vitest';
import { nextRow } from './row-movement.ts';

const key = (key: string, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('j and k move by one and stop at the ends', () => {
  expect(nextRow(key('j'), -1, 3, 10)).toBe(0);
  expect(nextRow(key('j'), 2, 3, 10)).toBe(2);
  expect(nextRow(key('k'), 0, 3, 10)).toBe(0);
  expect(nextRow(key('ArrowUp'), -1, 3, 10)).toBe(2);
});

test('pages and ends', () => {
  expect(nextRow(key('PageDown'), 2, 100, 10)).toBe(12);
  expect(nextRow(key('PageUp'), 2, 100, 10)).toBe(0);
  expect(nextRow(key('End'), 2, 100, 10)).toBe(99);
});

test('other keys, held modifiers and empty lists do not move', () => {
  expect(nextRow(key('x'), 0, 3, 10)).toBeUndefined();
  expect(nextRow(key('j', { metaKey: true }), 0, 3, 10)).toBeUndefined();
  expect(nextRow(key('j'), -1, 0, 10)).toBeUndefined();
});
