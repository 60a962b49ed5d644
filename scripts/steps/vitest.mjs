import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { none, vitestCounts } from './counts.mjs';

/** Unit and module tests; `filters` are path parts, none means all. */
export const vitest = ({ node, env }, name, filters = []) => ({
  name,
  run: async () => {
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
    const counts = readReport(report, vitestCounts);
    return { ok: code === 0 && counts.failed === 0 && counts.passed > 0, counts };
  },
});

/** No report means that the runner itself broke; its exit code has said so. */
export function readReport(file, count) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return none;
    throw error;
  }
  rmSync(file);
  return count(JSON.parse(text));
}
