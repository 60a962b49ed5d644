import { getComparison, startRuns } from '@promptvault/contract/studio/runs/routes';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Caller } from './caller.ts';
import type { FilledPrompt } from './fill-vault.ts';

const longestWaitMs = 15_000;

/** Runs the prompts that tell values on the echo model, the last ones today. */
export async function runPrompts(
  prompts: FilledPrompt[],
  runners: Caller[],
  moveTo: (daysAgo: number) => void,
): Promise<number> {
  const runnable = prompts.filter(({ told, published }) => told.tryWith && published).slice(0, 16);
  let count = 0;
  for (const [index, { id, told, author }] of runnable.entries()) {
    moveTo(3 * (1 - (index + 1) / runnable.length));
    const runner = index % 3 === 0 ? author : (runners[index % runners.length] as Caller);
    const models = Array.from({ length: index % 4 === 1 ? 2 : 1 }, () => ({
      connectionId: null,
      model: 'echo',
    }));
    const { comparison } = await runner.call(startRuns, {
      body: {
        source: { kind: 'version', promptId: id, number: 1 },
        values: (told.tryWith ?? {}) as Record<string, never>,
        models,
      },
    });
    await untilOver(runner, comparison.id);
    count += models.length;
  }
  return count;
}

async function untilOver(caller: Caller, comparisonId: string): Promise<void> {
  const until = Date.now() + longestWaitMs;
  while (Date.now() < until) {
    const { runs } = await caller.call(getComparison, { params: { comparisonId } });
    if (runs.every(({ status }) => isRunOver(status))) return;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`the runs of comparison ${comparisonId} did not end`);
}
