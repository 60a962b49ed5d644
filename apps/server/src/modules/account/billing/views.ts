import type {
  AllowanceView,
  BudgetPeriod,
  BudgetView,
  LimitListView,
  LimitView,
  SpendingView,
  UsageView,
} from '@promptvault/contract/account/billing/shapes';
import { ServerError } from '../../../foundation/errors/foundation-errors.ts';
import { abovePlan, numbersOf, type ShownLimits } from './operations/change-limits.ts';
import type { Allowance } from './operations/count-use.ts';
import type { BudgetNow } from './operations/get-budget.ts';
import { endOf } from './operations/periods.ts';
import { selfHosted } from './operations/plan-limits.ts';
import type { UsageNow } from './operations/read-usage.ts';
import { levelOf } from './operations/which-limits.ts';
import type { LimitRow, PeriodKey } from './repository.ts';

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
  return {
    day: toSpending(day),
    month: toSpending(month),
    allowUnpriced: budget.allowUnpriced,
    revision: budget.revision,
  };
}

export const toUsage = ({ counted, runsAtOnce, names }: UsageNow): UsageView => ({
  items: counted.map(({ scope, subject, measure, window, limit, used, remaining, resetAt }) => ({
    scope,
    connectionId: scope === 'connection' ? subject : null,
    model: scope === 'model' ? subject : null,
    name: scope === 'connection' ? (names.get(subject) ?? null) : null,
    measure,
    window,
    limit,
    used,
    remaining,
    resetAt: resetAt.toISOString(),
    level: levelOf(limit, used),
  })),
  runsAtOnce,
});

export const toAllowanceView = (allowance: Allowance | undefined): AllowanceView | null => {
  if (!allowance) return null;
  const { scope, measure, window, limit, remaining, resetAt } = allowance;
  return { scope, measure, window, limit, remaining, resetAt: resetAt.toISOString() };
};

const toLimitOf =
  ({ people, connections }: ShownLimits) =>
  (row: LimitRow): LimitView => ({
    id: row.id,
    scope: row.scope,
    person: row.scope === 'person' ? (people.get(row.subject) ?? null) : null,
    connectionId: row.scope === 'connection' ? row.subject : null,
    model: row.scope === 'model' ? row.subject : null,
    name: connections.get(row.subject) ?? null,
    ...numbersOf(row),
    raised: abovePlan(row.scope, numbersOf(row)) !== undefined,
    updatedAt: row.updatedAt.toISOString(),
    revision: row.revision,
  });

export const toLimits = (limits: ShownLimits): LimitListView => ({
  items: limits.rows.map(toLimitOf(limits)),
  plan: { name: selfHosted.name, organization: selfHosted.organization, person: selfHosted.person },
});

/** One that was made or changed. */
export function toLimit(limits: ShownLimits): LimitView {
  const [limit] = limits.rows.map(toLimitOf(limits));
  if (!limit) throw ServerError.unexpected();
  return limit;
}
