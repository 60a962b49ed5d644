export { budgetOf, reserveSpending, settleReserved } from './operations/reserve-spending.ts';
export type { BudgetRow as Budget } from './repository.ts';
