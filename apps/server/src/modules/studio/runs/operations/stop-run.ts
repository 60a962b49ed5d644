import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RunRow } from '../repository.ts';
import { engineOf, stopTopic } from './run-engine.ts';

/** Closes the call wherever it is made. Whoever stops a run that is over gets it as it is. */
export async function stopRun(ctx: Ctx, run: Authorized<RunRow, 'run.create'>): Promise<RunRow> {
  const { ports, log } = ctx;
  if (isRunOver(run.status) || engineOf(ports).stop(run.id)) return run;
  ctx.afterCommit(() => {
    ports.bus
      .publish(stopTopic, [run.id])
      .catch((error) =>
        log.warn('the process of a run could not be told to stop it', { error, run: run.id }),
      );
  });
  return run;
}
