import { prepare } from '../runtime/prepare.mjs';
import { say } from '../say.mjs';
import { fences, generated, laws } from '../steps/architecture.mjs';
import { countLine } from '../steps/counts.mjs';
import { formatting } from '../steps/formatting.mjs';
import { journeys } from '../steps/journeys.mjs';
import { pageWeight } from '../steps/page-weight.mjs';
import { runSteps } from '../steps/run-steps.mjs';
import { samples } from '../steps/samples.mjs';
import { types } from '../steps/types.mjs';
import { vitest } from '../steps/vitest.mjs';

const suites = {
  all: (house) => [
    formatting(house),
    fences(house),
    laws(house),
    generated(house),
    types(house),
    samples(house),
    vitest(house, 'unit and module tests'),
    pageWeight(house),
    journeys(house),
  ],
  modules: (house) => [samples(house), vitest(house, 'module tests', ['apps/server/'])],
};

/** `npm test`: everything, on a fresh clone as well. `modules` runs the server's tests alone, for other databases. */
export async function run([suite = 'all']) {
  if (!Object.hasOwn(suites, suite)) {
    say(`unknown suite "${suite}"; there are: ${Object.keys(suites).join(', ')}`);
    return 2;
  }
  const house = await prepare();
  const { total, failed } = await runSteps(suites[suite](house));
  for (const name of total.names) say(`failed: ${name}`);
  process.stdout.write(`${countLine(total)}\n`);
  return failed.length === 0 ? 0 : 1;
}
