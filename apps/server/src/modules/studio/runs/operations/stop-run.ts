import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';
import { findRunState, type RunRow } from '../repository/runs.ts';
import { engineOf, stopTopic } from './run-engine.ts';

/** Closes the call wherever it is made. Whoever stops a run that is over gets it as it is. */
export async function stopRun(ctx: Ctx, run: Authorized<RunRow, 'run.create'>): Promise<RunRow> {
  stopAll(ctx, [run]);
  return run;
}

/** Aborts those of this process at once, and tells the processes of the others. */
export function stopAll(ctx: Ctx, runs: readonly RunRow[]): void {
  const { ports, organizationId } = ctx;
  const elsewhere = runs
    .filter(({ id, status }) => !isRunOver(status) && !engineOf(ports).stop(id))
    .map(({ id }) => id);
  if (elsewhere.length > 0) ctx.afterCommit(() => void tellToStop(ports, organizationId, elsewhere));
}

/** A message of the bus may be lost while a connection is down: it is told again until the run is over. */
const toldAgainAfterMs = [1_000, 3_000, 10_000];

/** Never throws. Ends once the runs are over or were told often enough. */
export async function tellToStop(
  ports: Ports,
  organizationId: string,
  runIds: readonly string[],
): Promise<void> {
  let open = [...runIds];
  for (const pause of [...toldAgainAfterMs, 0]) {
    try {
      await ports.bus.publish(stopTopic, open);
      if (pause === 0) return;
      await ports.clock.sleep(pause);
      open = await stillOpen(ports, organizationId, open);
      if (open.length === 0) return;
    } catch (error) {
      ports.log.warn('the processes of runs could not be told to stop them', { error, runs: open });
    }
  }
}

function stillOpen(ports: Ports, organizationId: string, runIds: readonly string[]): Promise<string[]> {
  return ports.within({ organizationId, job: 'studio/runs.stop', onBehalfOf: null }, async ({ tx }) => {
    const rows = await Promise.all(runIds.map((id) => findRunState(tx, organizationId, id)));
    return rows.flatMap((row) => (row && !isRunOver(row.status) ? [row.id] : []));
  });
}
