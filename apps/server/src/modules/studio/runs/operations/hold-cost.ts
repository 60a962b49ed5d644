/** What budgets say to a call before it is made: the one place where any of them holds or refuses. */
import { BudgetError } from '@promptvault/contract/account/billing/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { allowsUnpriced, type Budget, reserveSpending } from '../../../account/billing/index.ts';
import { type ChosenModel, unpricedOf } from '../../models/index.ts';
import { findPurse } from '../repository/purses.ts';
import { holdFromPurse } from './purses.ts';

/** What pays for a call: any number of these, or none. */
export interface Payers {
  /** That of the organization, where it has one. */
  budget: Budget | undefined;
  /** That of a piece of work. */
  purseId: string | null;
  /** Whether what is called has a limit in dollars of its own, such as a tree of thoughts. */
  isLimited?: boolean;
}

/**
 * Refuses models that nobody knows the price of where a limit in dollars applies and the organization does not allow
 * them: no limit could hold them. @throws budget.price_unknown
 */
export async function refuseUnpriced(
  ctx: Ctx,
  { budget, purseId, isLimited = false }: Payers,
  models: readonly ChosenModel[],
): Promise<void> {
  if (!budget && purseId === null && !isLimited) return;
  const unpriced = await unpricedOf(models, ctx.clock.now());
  if (unpriced.length === 0) return;
  const purse = purseId === null ? undefined : await findPurse(ctx, purseId);
  if (!budget && !isLimited && (purse?.limitMicroDollars ?? null) === null) return;
  if (!(await allowsUnpriced(ctx))) throw BudgetError.price_unknown({ models: unpriced });
}

/**
 * Holds what calls may cost together at most, in millionths of a dollar, until they are settled; of the budget in the
 * periods of `at`. @throws budget.exhausted, budget.price_unknown, run.purse_exhausted
 */
export async function holdCost(
  ctx: Ctx,
  payers: Payers,
  { models, amount, at }: { models: readonly ChosenModel[]; amount: number; at?: Date },
): Promise<void> {
  await refuseUnpriced(ctx, payers, models);
  if (payers.budget) await reserveSpending(ctx, payers.budget, amount, at);
  if (payers.purseId !== null) await holdFromPurse(ctx, payers.purseId, amount);
}
