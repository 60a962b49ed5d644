import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RunRow } from '../repository/runs.ts';
import { engineOf, stopTopic } from './run-engine.ts';

/** Closes the call wherever it is made. Whoever stops a run that is over gets it as it is. */
export async function stopRun(ctx: Ctx, run: Authorized<RunRow, 'run.create'>): Promise<RunRow> {
  stopAll(ctx, [run]);
  return run;
}

/** Aborts those of this process at once, and tells the processes of the others. */
export function stopAll(ctx: Ctx, runs: readonly RunRow[]): void {
  const { ports, log } = ctx;
  const elsewhere = runs
    .filter(({ id, status }) => !isRunOver(status) && !engineOf(ports).stop(id))
    .map(({ id }) => id);
  if (elsewhere.length === 0) return;
  ctx.afterCommit(() => {
    ports.bus
      .publish(stopTopic, elsewhere)
      .catch((error) =>
        log.warn('the processes of runs could not be told to stop them', { error, runs: elsewhere }),
      );
  });
}
