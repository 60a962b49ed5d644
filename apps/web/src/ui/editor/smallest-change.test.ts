import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestChange } from './smallest-change.ts';

test('equal texts need no change', () => {
  expect(smallestChange('same', 'same')).toBeUndefined();
});

test('only the middle that differs is replaced', () => {
  expect(smallestChange('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' });
  expect(smallestChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
});

test('applied, it always gives the other text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = smallestChange(before, after);
      const made = change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before;
      expect(made).toBe(after);
    }),
  );
});
