import { expect, it } from 'vitest';
import { decide, edit, openProposals } from './proposal-review.ts';

const one = { name: 'Edited' } as never;

it('leaves duplicates and what was decided on out of all, unless they were edited', () => {
  const duplicates = [{ index: 1 }, { index: 2 }];
  expect(openProposals({}, 4, duplicates)).toEqual([0, 3]);
  expect(openProposals(edit({}, 2, one), 4, duplicates)).toEqual([0, 2, 3]);
  expect(openProposals(decide({}, [0], 'rejected'), 4, duplicates)).toEqual([3]);
});

it('keeps an edit through a decision and its taking back', () => {
  const decided = decide(edit({}, 0, one), [0, 1], 'rejected');
  expect(decided).toEqual({ 0: { edited: one, decision: 'rejected' }, 1: { decision: 'rejected' } });
  expect(decide(decided, [0, 1], undefined)).toEqual({ 0: { edited: one }, 1: {} });
});
