import { basename } from 'node:path';

/** `names` are those of the failed tests. @typedef {{ passed: number, failed: number, skipped: number, names: string[] }} Counts */

export const none = { passed: 0, failed: 0, skipped: 0, names: [] };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  names: [...a.names, ...b.names],
});

/**
 * Vitest's JSON report. A file that could not be loaded has no tests in it, so it counts as one failure itself.
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const failedIn = (file) => file.assertionResults.filter((test) => test.status === 'failed');
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && failedIn(file).length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: [
      ...brokenFiles.map(({ name }) => name),
      ...report.testResults.flatMap((file) =>
        failedIn(file).map((test) => `${basename(file.name)} › ${test.fullName}`),
      ),
    ],
  };
}

/** The files of a Vitest report in which something failed, or which could not be loaded. */
export const failedFiles = ({ testResults }) =>
  testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

/**
 * The counts of a run whose failed files ran once more: in them the second try decides.
 * @returns {Counts}
 */
export function afterSecondTry(first, second) {
  const files = new Set(failedFiles(first));
  const statuses = first.testResults
    .filter(({ name }) => files.has(name))
    .flatMap((file) => file.assertionResults);
  const passed = statuses.filter(({ status }) => status === 'passed').length;
  const failed = statuses.filter(({ status }) => status === 'failed').length;
  const once = vitestCounts(first);
  const again = vitestCounts(second);
  return {
    passed: once.passed - passed + again.passed,
    failed: again.failed,
    skipped: once.skipped - (statuses.length - passed - failed) + again.skipped,
    names: again.names,
  };
}

/**
 * Playwright's JSON report. A test that passed at its second try passed; an error outside of tests is a failure.
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors, suites = [] }) {
  const failedIn = ({ specs = [], suites: inner = [] }) => [
    ...specs.filter((spec) => !spec.ok).map((spec) => `${spec.file} › ${spec.title}`),
    ...inner.flatMap(failedIn),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    names: [
      ...suites.flatMap(failedIn),
      ...errors.map(({ message }) => message ?? 'an error outside of journeys'),
    ],
  };
}

/** The last line of `npm test`. */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
