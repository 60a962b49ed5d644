import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { visible } from '../policy.ts';
import { deleteFresh, listRunRows, type RunRow } from '../repository.ts';

/** Those of these runs that the actor sees, in no order; for modules that found them by other means. */
export const readRuns = (ctx: Ctx, ids: readonly string[]): Promise<RunRow[]> =>
  listRunRows(ctx.tx, ctx.organizationId, { ids, visible: visible(ctx.actor, ctx.clock.now()) });

/** For the history, which has these in its index now. */
export const forgetFresh = (ctx: Ctx, ids: readonly string[]): Promise<void> =>
  deleteFresh(ctx.tx, ctx.organizationId, ids);
