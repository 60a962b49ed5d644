import { ScriptError, sayBad, sayGood, since } from '../say.mjs';
import { add, none } from './counts.mjs';

/**
 * Runs steps one after the other, all of them, so that one look shows everything that is wrong.
 * A step without tests of its own that fails counts as one failure: the last line never looks better than the run.
 * @param {{ name: string, run: () => Promise<{ ok: boolean, counts?: import('./counts.mjs').Counts }> }[]} steps
 */
export async function runSteps(steps) {
  let total = none;
  const failed = [];
  for (const { name, run } of steps) {
    const from = Date.now();
    const { ok, counts = none } = await run().catch((error) => {
      if (!(error instanceof ScriptError)) throw error;
      sayBad(error.message);
      return { ok: false };
    });
    total = add(total, counts);
    if (!ok && counts.failed === 0) total = add(total, { ...none, failed: 1, names: [name] });
    if (!ok) failed.push(name);
    (ok ? sayGood : sayBad)(`${name} (${since(from)})`);
  }
  return { total, failed };
}
