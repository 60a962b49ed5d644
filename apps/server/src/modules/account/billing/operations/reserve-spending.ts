import { BudgetError } from '@promptvault/contract/account/billing/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { budgetWarnedEvent } from '../events.ts';
import { type BudgetRow, findBudget, findSpending, holdSpending, settleSpending } from '../repository.ts';
import { periodsOf } from './periods.ts';
import { stepOver } from './which-limits.ts';

/** The budget of the organization, where it has one that limits anything. */
export async function budgetOf(ctx: Ctx): Promise<BudgetRow | undefined> {
  const row = await findBudget(ctx.tx, ctx.organizationId);
  return row && (row.dayMicroDollars !== null || row.monthMicroDollars !== null) ? row : undefined;
}

/** Whether models that nobody knows the price of may run where a budget pays: that of the organization, or one of a piece of work. */
export async function allowsUnpriced(ctx: Ctx): Promise<boolean> {
  return (await findBudget(ctx.tx, ctx.organizationId))?.allowUnpriced ?? false;
}

/**
 * Holds what something may cost at most, in the day and the month of `at`, until it is settled. Both rows are
 * locked until the commit, so that any number at once cannot hold more than there is.
 * @throws budget.exhausted
 */
export async function reserveSpending(
  ctx: Ctx,
  budget: BudgetRow,
  amount: number,
  at = ctx.clock.now(),
): Promise<void> {
  if (amount === 0) return;
  const { organizationId, tx } = ctx;
  for (const key of periodsOf(at)) {
    const limit = (key.period === 'day' ? budget.dayMicroDollars : budget.monthMicroDollars) ?? unlimited;
    if (await holdSpending(tx, { organizationId, ...key }, amount, limit)) continue;
    const [known] = await findSpending(tx, organizationId, [key]);
    const left = Math.max(0, limit - (known ? known.spent + known.reserved : 0));
    throw BudgetError.exhausted({
      period: key.period,
      leftMicroDollars: left,
      neededMicroDollars: amount,
    });
  }
}

/** A period without a limit is counted all the same: it may get one before what is held is settled. */
const unlimited = 2 ** 52;

/** What something that started then came to, in place of what was held for it. */
export async function settleReserved(
  ctx: Ctx,
  { startedAt, held, spent }: { startedAt: Date; held: number; spent: number },
): Promise<void> {
  if (held === 0 && spent === 0) return;
  const { organizationId, tx } = ctx;
  // Only a budget can be warned of, and the locks are taken in the same order with or without one.
  const budget = spent === 0 ? undefined : await budgetOf(ctx);
  for (const key of periodsOf(startedAt)) {
    const row = await settleSpending(tx, { organizationId, ...key }, { held, spent });
    const limit = key.period === 'day' ? budget?.dayMicroDollars : budget?.monthMicroDollars;
    if (!limit) continue;
    const percent = stepOver(limit, row.spent - spent, row.spent);
    if (percent)
      await ctx.emit(
        budgetWarnedEvent,
        { kind: 'budget', id: organizationId },
        { ...key, percent, limitMicroDollars: limit },
      );
  }
}
