import { expect, test } from 'vitest';
import { add, afterSecondTry, countLine, none, playwrightCounts, vitestCounts } from './counts.mjs';

test('a file that could not be loaded counts as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      {
        name: '/house/a.test.ts',
        status: 'failed',
        assertionResults: [{ status: 'failed', fullName: 'adds' }, { status: 'passed' }],
      },
      { name: '/house/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/house/c.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(vitestCounts(report)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 3,
    names: ['/house/b.test.ts', 'a.test.ts › adds'],
  });
});

test('in files that failed the second try decides, and no test counts twice', () => {
  const passed = { status: 'passed' };
  const broken = { status: 'failed', fullName: 'adds' };
  const report = (file, tests) => ({
    numPassedTests: tests.filter(({ status }) => status === 'passed').length,
    numFailedTests: tests.filter(({ status }) => status === 'failed').length,
    numPendingTests: tests.filter(({ status }) => status === 'skipped').length,
    numTodoTests: 0,
    testResults: file,
  });
  const fileOf = (name, tests) => ({
    name,
    status: tests.includes(broken) ? 'failed' : 'passed',
    assertionResults: tests,
  });
  const [a, b] = [
    [passed, passed],
    [passed, broken, { status: 'skipped' }],
  ];
  const first = report([fileOf('a', a), fileOf('b', b)], [...a, ...b]);
  const mended = [passed, passed, { status: 'skipped' }];
  expect(afterSecondTry(first, report([fileOf('b', mended)], mended))).toEqual({
    passed: 4,
    failed: 0,
    skipped: 1,
    names: [],
  });
  expect(afterSecondTry(first, report([fileOf('b', b)], b))).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
    names: ['b › adds'],
  });
});

test('a journey that passed at its second try passed, an error outside of journeys failed', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no browser' }],
    suites: [
      {
        specs: [{ ok: true, title: 'signs in', file: 'a.spec.ts' }],
        suites: [{ specs: [{ ok: false, title: 'signs out', file: 'a.spec.ts' }] }],
      },
    ],
  };
  expect(playwrightCounts(report)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
    names: ['a.spec.ts › signs out', 'no browser'],
  });
});

test('the last line sums all', () => {
  const sum = add(add(none, { passed: 1, failed: 0, skipped: 2, names: [] }), {
    passed: 10,
    failed: 3,
    skipped: 0,
    names: ['a', 'b', 'c'],
  });
  expect(countLine(sum)).toBe('11 passed, 3 failed, 2 skipped');
});
