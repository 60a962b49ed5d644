import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { JobWork, RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { forgetFresh } from '../../runs/index.ts';
import { beginSlab, listFresh, organizationsWithFreshRuns, writeIndex } from '../repository/index-runs.ts';

const batch = 100;

/** Puts runs that are over into the index. @returns how many */
export async function takeUpRuns(ctx: Ctx): Promise<number> {
  const ids = await listFresh(ctx.tx, ctx.organizationId, batch);
  if (ids.length === 0) return 0;
  await beginSlab(ctx.tx, ctx.organizationId);
  await writeIndex(ctx.tx, ctx.organizationId, ids);
  await forgetFresh(ctx, ids);
  return ids.length;
}

/** A run has ended; one whose index is there, since it went on after an end, is written anew. */
export async function followRunEnd(ctx: Ctx, event: RecordedEvent): Promise<void> {
  await takeUpRuns(ctx);
  await writeIndex(ctx.tx, ctx.organizationId, [event.subject.id]);
}

/** Takes up what no event told of: runs from before there was an index, and samples. */
export async function takeUpLeftRuns({ ports, db, signal }: JobWork): Promise<void> {
  const nowhere = { organizationId: null, userId: null };
  for (const organizationId of await db.tenant(nowhere, organizationsWithFreshRuns))
    for (let taken = batch; taken === batch && !signal.aborted; )
      taken = await ports.within({ organizationId, job: 'history.take_up', onBehalfOf: null }, takeUpRuns);
}
