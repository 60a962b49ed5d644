import { defineErrors } from '../../errors.ts';

const dollars = (micro: number) => `$${(micro / 1e6).toFixed(micro < 10_000 ? 4 : 2)}`;

export const BudgetError = defineErrors('budget', {
  exhausted: {
    status: 402,
    message: (p: { period: string; leftMicroDollars: number; neededMicroDollars: number }) =>
      `The budget of this ${p.period} has ${dollars(p.leftMicroDollars)} left, and this could cost up to ${dollars(p.neededMicroDollars)}. Choose a cheaper model, limit the longest answer, or have an owner or admin raise the budget.`,
  },
});
