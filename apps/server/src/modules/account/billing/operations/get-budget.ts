import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../organizations/index.ts';
import { type BudgetRow, findBudget, findSpending, type PeriodKey, type SpendingRow } from '../repository.ts';
import { periodsOf } from './periods.ts';

export interface BudgetNow {
  budget: Pick<BudgetRow, 'dayMicroDollars' | 'monthMicroDollars' | 'allowUnpriced' | 'revision'>;
  periods: [day: PeriodKey, month: PeriodKey];
  spending: SpendingRow[];
}

export const noBudget = {
  dayMicroDollars: null,
  monthMicroDollars: null,
  allowUnpriced: false,
  revision: 1,
};

export function getBudget(
  ctx: Ctx,
  _organization: Authorized<Organization, 'budget.read'>,
): Promise<BudgetNow> {
  return budgetNow(ctx);
}

export async function budgetNow(ctx: Ctx): Promise<BudgetNow> {
  const periods = periodsOf(ctx.clock.now());
  const [row, spending] = await Promise.all([
    findBudget(ctx.tx, ctx.organizationId),
    findSpending(ctx.tx, ctx.organizationId, periods),
  ]);
  return { budget: row ?? noBudget, periods, spending };
}
