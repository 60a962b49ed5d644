import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { JobWork, RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { forgetFresh } from '../../runs/index.ts';
import { beginSlab, listFresh, organizationsWithFreshRuns, writeIndex } from '../repository/index-runs.ts';

const batch = 100;

/** Puts runs that are over into the index. @returns which */
export async function takeUpRuns(ctx: Ctx): Promise<readonly string[]> {
  const ids = await listFresh(ctx.tx, ctx.organizationId, batch);
  if (ids.length === 0) return ids;
  await beginSlab(ctx.tx, ctx.organizationId);
  await writeIndex(ctx.tx, ctx.organizationId, ids);
  await forgetFresh(ctx, ids);
  return ids;
}

/** Runs have ended; those whose index is there, since they went on after an end, are written anew. */
export async function followRunEnds(ctx: Ctx, events: readonly RecordedEvent[]): Promise<void> {
  const taken = new Set(await takeUpRuns(ctx));
  const others = new Set(events.map(({ subject }) => subject.id).filter((id) => !taken.has(id)));
  await writeIndex(ctx.tx, ctx.organizationId, [...others]);
}

/** Takes up what no event told of: runs from before there was an index, and samples. */
export async function takeUpLeftRuns({ ports, db, signal }: JobWork): Promise<void> {
  const nowhere = { organizationId: null, userId: null };
  for (const organizationId of await db.tenant(nowhere, organizationsWithFreshRuns))
    for (let taken = batch; taken === batch && !signal.aborted; )
      taken = (await ports.within({ organizationId, job: 'history.take_up', onBehalfOf: null }, takeUpRuns))
        .length;
}
