/**
 * A purse is what one piece of work, such as a run of a suite, may spend on runs. It is kept beside the budget of the
 * organization and in the same way: what a call may cost is held before it, and what it came to is taken after it.
 * Its row is locked after those of the budget.
 */
import { BudgetError } from '@promptvault/contract/account/billing/errors';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findPurse, holdInPurse, insertPurse, limitPurseRow } from '../repository/purses.ts';

export interface PurseFacts {
  /** Null limits nothing. All in millionths of a dollar. */
  limitMicroDollars: number | null;
  spentMicroDollars: number;
  heldMicroDollars: number;
}

const ofBudgets: readonly string[] = [
  BudgetError.exhausted.code,
  BudgetError.price_unknown.code,
  RunError.purse_exhausted.code,
];

/** Whether a budget refused a run: that of the organization, or of its piece of work. */
export const isBudgetCode = (code: string): boolean => ofBudgets.includes(code);

/** @returns its id, which `placeRun` takes */
export async function openPurse(
  ctx: Ctx,
  {
    limitMicroDollars,
    spentMicroDollars = 0,
  }: { limitMicroDollars: number | null; spentMicroDollars?: number },
): Promise<string> {
  const id = ctx.newId();
  const { organizationId, clock } = ctx;
  await insertPurse(ctx, {
    organizationId,
    id,
    limitMicroDollars,
    spentMicroDollars,
    createdAt: clock.now(),
  });
  return id;
}

/** What is in it; undefined where there is none. */
export const readPurse = (ctx: Ctx, purseId: string): Promise<PurseFacts | undefined> =>
  findPurse(ctx, purseId);

/** May also be less than what is spent: then nothing more is bought. */
export const limitPurse = (ctx: Ctx, purseId: string, limitMicroDollars: number | null): Promise<void> =>
  limitPurseRow(ctx, purseId, limitMicroDollars);

/** Holds what a call may cost at most, until its run is settled. @throws run.purse_exhausted */
export async function holdFromPurse(ctx: Ctx, purseId: string, amount: number): Promise<void> {
  // Also for nothing: what is spent already lets no more be bought.
  if (await holdInPurse(ctx, purseId, amount)) return;
  const { limitMicroDollars, spentMicroDollars, heldMicroDollars } = (await findPurse(ctx, purseId)) ?? {
    limitMicroDollars: 0,
    spentMicroDollars: 0,
    heldMicroDollars: 0,
  };
  throw RunError.purse_exhausted({
    limitMicroDollars: limitMicroDollars ?? 0,
    spentMicroDollars,
    heldMicroDollars,
    neededMicroDollars: amount,
  });
}
