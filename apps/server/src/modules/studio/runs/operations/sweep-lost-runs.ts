import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import type { Services } from '../../../../foundation/module/define-module.ts';
import { runFinishedEvent } from '../events.ts';
import { endRun, findLostRuns, findRunState, type RunColumns } from '../repository/runs.ts';
import { toFinishedPayload, toLastEvent } from '../views.ts';
import { streamOf } from './run-journal.ts';
import { settleRun } from './settle-run.ts';
import { usageSoFar } from './usage-so-far.ts';

/** Ends, as interrupted and with the text so far, what no process has spoken for since then. @returns how many */
export async function sweepLostRuns({ db, ports }: Services, silentSince: Date): Promise<number> {
  const nobody = { organizationId: null, userId: null };
  const lost = await db.tenant(nobody, (tx) => findLostRuns(tx, silentSince));
  let swept = 0;
  for (const { organizationId, runId } of lost) {
    const scope = { organizationId, job: 'studio/runs.sweep', onBehalfOf: null };
    const found = await ports.within(scope, (ctx) => findRunState(ctx.tx, organizationId, runId));
    if (!found) continue;
    // As the person who started it, whose own connections nobody else sees.
    const usage = await ports.within({ ...scope, onBehalfOf: found.authorId }, (ctx) =>
      usageSoFar(ctx, found),
    );
    const row = await ports.within(scope, async (ctx) => {
      const now = ctx.clock.now();
      const ended = await endRun(
        ctx.tx,
        { organizationId, runId },
        { ...usage, status: 'interrupted', finishReason: 'interrupted', endedAt: now },
      );
      if (ended) {
        await settleRun(ctx, ended);
        await ctx.emit(runFinishedEvent, { kind: 'run', id: runId }, toFinishedPayload(ended));
      }
      return ended;
    });
    if (!row) continue;
    swept += 1;
    await tellFollowers({ ports }, row);
  }
  if (swept > 0) ports.log.warn('runs whose process is gone were ended as interrupted', { runs: swept });
  return swept;
}

async function tellFollowers({ ports }: Pick<Services, 'ports'>, row: RunColumns): Promise<void> {
  const stream = streamOf(row.id);
  try {
    await ports.streams.append(stream, [toLastEvent(row) satisfies RunEvent]);
    await ports.streams.close(stream);
  } catch (error) {
    // A closed stream has its end already; followers of a broken one read the row.
    ports.log.debug('followers of a lost run could not be told', { error, run: row.id });
  }
}
