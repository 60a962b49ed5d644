import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { visible } from '../policy.ts';
import { deleteRuns } from '../repository/delete-runs.ts';
import { deleteFresh, listOutputs, listRunRows, type RunRow } from '../repository/runs.ts';
import { type WholeRun, wholeRun } from './get-run.ts';

/** Those of these runs that the actor sees, in no order; for modules that found them by other means. */
export const readRuns = (ctx: Ctx, ids: readonly string[]): Promise<RunRow[]> =>
  listRunRows(ctx.tx, ctx.organizationId, { ids, visible: visible(ctx.actor, ctx.clock.now()) });

/** For the history, which has these in its index now. */
export const forgetFresh = (ctx: Ctx, ids: readonly string[]): Promise<void> =>
  deleteFresh(ctx.tx, ctx.organizationId, ids);

/** Runs that the actor is shown in something of a later module, which has checked that; in the order of the ids. */
export async function readShownRuns(ctx: Ctx, ids: readonly string[]): Promise<WholeRun[]> {
  const rows = await listRunRows(ctx.tx, ctx.organizationId, { ids, visible: undefined });
  const whole: WholeRun[] = [];
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    if (row) whole.push(await wholeRun(ctx, row));
  }
  return whole;
}

/** The answers of runs that were read. */
export const readTexts = (ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> =>
  listOutputs(ctx.tx, ctx.organizationId, ids);

/** Erases runs for good, with what they were sent. Runs that repeat or continue one of them stay. */
export const eraseRuns = (ctx: Ctx, ids: readonly string[]): Promise<void> =>
  deleteRuns(ctx.tx, ctx.organizationId, ids);
