export { budgetWarnedEvent as BudgetWarned, usageWarnedEvent as UsageWarned } from './events.ts';
export {
  type Allowance,
  runPlacesOf,
  takeUse,
  type UseLimits,
  useLimitsOf,
} from './operations/count-use.ts';
export { allowsUnpriced, budgetOf, reserveSpending, settleReserved } from './operations/reserve-spending.ts';
export type { BudgetRow as Budget } from './repository.ts';
export { toAllowanceView } from './views.ts';
