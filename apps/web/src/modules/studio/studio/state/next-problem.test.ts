import { emptyDocument } from '@promptvault/document';
import { expect, test } from 'vitest';
import { nextProblem } from './next-problem.ts';

const document = {
  ...emptyDocument(),
  sections: ['a', 'b'].map((id) => ({ id, kind: 'system' as const, role: null, text: '' })),
};
const problem = (sectionId: string | undefined, offset: number) => {
  const place = { offset, line: 1, column: offset + 1 };
  return {
    severity: 'error' as const,
    code: 'x',
    message: '',
    from: place,
    to: place,
    ...(sectionId && { sectionId }),
  };
};
const [late, early, other, nowhere] = [
  problem('a', 9),
  problem('a', 2),
  problem('b', 4),
  problem(undefined, 0),
];
const all = [late, nowhere, early, other];
const next = (caret: { sectionId: string; offset: number } | undefined, direction: 1 | -1 = 1) =>
  nextProblem(all, document, caret, direction);

test('without a caret the first one comes, or the last', () => {
  expect(next(undefined)).toBe(early);
  expect(next(undefined, -1)).toBe(nowhere);
});

test('it goes on through the sections, and round', () => {
  expect(next({ sectionId: 'a', offset: 2 })).toBe(late);
  expect(next({ sectionId: 'a', offset: 9 })).toBe(other);
  expect(next({ sectionId: 'b', offset: 4 })).toBe(nowhere);
  expect(next({ sectionId: 'a', offset: 2 }, -1)).toBe(nowhere);
});

test('where nothing is wrong there is none', () => {
  expect(nextProblem([], document, undefined, 1)).toBeUndefined();
});
