import { expect, test } from 'vitest';
import type { MergeConflict } from '../api/merges.ts';
import { choicesOf, conflictKey, nextConflict, resolutionsOf } from './resolutions.ts';

const conflicts = ['a', 'b', 'c'].map(
  (path): MergeConflict => ({ path, kind: 'text', base: '', ours: '1', theirs: '2' }),
);

test('only choices of conflicts that are there are sent', () => {
  expect(resolutionsOf(conflicts, { b: { choose: 'ours' }, gone: { value: 'x' } })).toEqual([
    { path: 'b', choose: 'ours' },
  ]);
});

test('the next open conflict comes first, going round', () => {
  expect(nextConflict(conflicts, {}, undefined, 1)).toBe('a');
  expect(nextConflict(conflicts, { b: { choose: 'base' } }, 'a', 1)).toBe('c');
  expect(nextConflict(conflicts, {}, 'c', 1)).toBe('a');
  expect(nextConflict(conflicts, {}, 'a', -1)).toBe('c');
});

test('with nothing open it still goes on', () => {
  const all = Object.fromEntries(conflicts.map(({ path }) => [path, { choose: 'ours' as const }]));
  expect(nextConflict(conflicts, all, 'a', 1)).toBe('b');
});

test('a choice holds while both sides say the same', () => {
  const [first, second, third] = conflicts as [MergeConflict, MergeConflict, MergeConflict];
  const kept = { [conflictKey(first)]: { value: 'x' }, [conflictKey(second)]: { choose: 'ours' as const } };
  expect(choicesOf([first, { ...second, theirs: '3' }, third], kept)).toEqual({ a: { value: 'x' } });
});
