import { expect, it } from 'vitest';
import { evenShares, sharesOf, splitProblems, targetsOf } from './split-shares.ts';

it('writes weights as whole percents that come to 100', () => {
  expect(sharesOf([{ version: 3, weight: 1 }])).toEqual([{ version: 3, percent: '100' }]);
  const thirds = [1, 2, 3].map((version) => ({ version, weight: 7 }));
  expect(sharesOf(thirds).map(({ percent }) => percent)).toEqual(['34', '33', '33']);
});

it('shares equally', () => {
  expect(
    evenShares([
      { version: 1, percent: '' },
      { version: 2, percent: '99' },
    ]),
  ).toEqual([
    { version: 1, percent: '50' },
    { version: 2, percent: '50' },
  ]);
});

it('takes shares that come to 100', () => {
  const shares = [
    { version: 1, percent: '80' },
    { version: 2, percent: ' 20 ' },
  ];
  expect(targetsOf(shares)).toEqual([
    { version: 1, weight: 80 },
    { version: 2, weight: 20 },
  ]);
});

it.each([
  ['0', '100'],
  ['12.5', '87.5'],
  ['', '100'],
  ['-5', '105'],
])('refuses %s and %s', (one, other) => {
  const shares = [
    { version: 1, percent: one },
    { version: 2, percent: other },
  ];
  expect(targetsOf(shares)).toBeUndefined();
  expect(splitProblems(shares).percents[0]).toBeDefined();
});

it('says what the shares come to, and names a version that stands there twice', () => {
  const shares = [
    { version: 1, percent: '50' },
    { version: 1, percent: '40' },
  ];
  expect(targetsOf(shares)).toBeUndefined();
  expect(splitProblems(shares)).toMatchObject({
    versions: [undefined, expect.stringContaining('v1')],
    sum: expect.stringContaining('90'),
  });
});
