import type { BudgetPeriod, BudgetView, SpendingView } from '@promptvault/contract/account/billing/shapes';
import type { BudgetNow } from './operations/get-budget.ts';
import { endOf } from './operations/periods.ts';
import type { PeriodKey } from './repository.ts';

export function toBudget({ budget, periods: [day, month], spending }: BudgetNow): BudgetView {
  const limits: Record<BudgetPeriod, number | null> = {
    day: budget.dayMicroDollars,
    month: budget.monthMicroDollars,
  };
  const toSpending = (key: PeriodKey): SpendingView => {
    const row = spending.find(({ period }) => period === key.period);
    return {
      limitMicroDollars: limits[key.period],
      spentMicroDollars: row?.spent ?? 0,
      reservedMicroDollars: row?.reserved ?? 0,
      startsOn: key.startsOn,
      endsAt: endOf(key).toISOString(),
    };
  };
  return { day: toSpending(day), month: toSpending(month), revision: budget.revision };
}
