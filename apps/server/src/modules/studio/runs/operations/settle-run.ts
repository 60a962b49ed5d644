import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { settleReserved } from '../../../account/billing/index.ts';
import type { RunColumns } from '../repository/runs.ts';

/** In the transaction that ends the run: what it cost, in place of what was held of the budget for it. */
export const settleRun = (ctx: Ctx, row: RunColumns): Promise<void> =>
  settleReserved(ctx, {
    startedAt: row.createdAt,
    held: row.reservedMicroDollars ?? 0,
    spent: row.costMicroDollars ?? 0,
  });
