import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { say } from '../say.mjs';
import { afterSecondTry, failedFiles, vitestCounts } from './counts.mjs';

/** More failed files than these are no accident: they are not tried again. */
const filesTriedAgain = 3;

/**
 * Unit and module tests; `filters` are path parts, none means all. In CI a few failed files are run once more by
 * themselves, as journeys are, and named: what fails twice failed, and what needed it is to be looked at.
 */
export const vitest = ({ node, env }, name, filters = []) => ({
  name,
  run: async () => {
    const first = await runVitest({ node, env }, filters);
    const files = process.env.CI ? failedFiles(first) : [];
    if (files.length === 0 || files.length > filesTriedAgain) return verdict(first, vitestCounts(first));
    for (const test of vitestCounts(first).names) say(`second try: ${test}`);
    const second = await runVitest({ node, env }, files);
    return verdict(second, afterSecondTry(first, second));
  },
});

const verdict = (report, counts) => ({
  ok: report.success && counts.failed === 0 && counts.passed > 0,
  counts,
});

/** No report means that the runner itself broke. */
const noReport = {
  success: false,
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

async function runVitest({ node, env }, filters) {
  const report = inHouse('.cache', 'reports', `vitest-${process.pid}.json`);
  mkdirSync(inHouse('.cache', 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await runChild(
    node,
    [
      inHouse('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...filters,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  );
  const read = readReport(report) ?? noReport;
  return { ...read, success: read.success && code === 0 };
}

/** What a runner reported, undefined when it broke before it could. */
export function readReport(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  rmSync(file);
  return JSON.parse(text);
}
