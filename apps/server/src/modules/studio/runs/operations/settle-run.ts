import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { settleReserved } from '../../../account/billing/index.ts';
import { settlePurse } from '../repository/purses.ts';
import type { RunColumns } from '../repository/runs.ts';

/** In the transaction that ends the run: what it cost, in place of what was held for it of the budget and of its purse. */
export async function settleRun(ctx: Ctx, row: RunColumns): Promise<void> {
  const spent = row.costMicroDollars ?? 0;
  await settleReserved(ctx, { startedAt: row.createdAt, held: row.reservedMicroDollars ?? 0, spent });
  if (row.purseId !== null) await settlePurse(ctx, row.purseId, { held: row.purseHeldMicroDollars, spent });
}
