import { prepare } from '../runtime/prepare.mjs';
import { fences, generated, laws } from '../steps/architecture.mjs';
import { countLine } from '../steps/counts.mjs';
import { formatting } from '../steps/formatting.mjs';
import { runSteps } from '../steps/run-steps.mjs';
import { types } from '../steps/types.mjs';
import { vitest } from '../steps/vitest.mjs';

/** The quick one for every commit: everything that needs neither a database nor a browser. */
export async function run() {
  const house = await prepare();
  const { total, failed } = await runSteps([
    formatting(house),
    fences(house),
    laws(house),
    generated(house),
    types(house),
    vitest(house, 'pure tests', ['packages/', 'scripts/']),
  ]);
  process.stdout.write(`${countLine(total)}\n`);
  return failed.length === 0 ? 0 : 1;
}
