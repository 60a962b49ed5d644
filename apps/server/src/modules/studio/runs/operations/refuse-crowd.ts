import { RunError } from '@promptvault/contract/studio/runs/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { countOpenRuns } from '../repository/runs.ts';

/** How many runs of one person may wait or run; how many run at once is decided by run-places.ts. */
export const mostOpenRuns = 400;

/** @throws run.too_many_open */
export async function refuseCrowd(ctx: Ctx, more: number): Promise<void> {
  const open = await countOpenRuns(ctx.tx, ctx.organizationId, personOf(ctx.actor));
  if (open + more > mostOpenRuns) throw RunError.too_many_open({ most: mostOpenRuns });
}
