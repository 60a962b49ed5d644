import type { BudgetView } from '@promptvault/contract/account/billing/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export type Budget = BudgetView;
export type Spending = Budget['day'];

export const budgetQuery = queryOptions({
  queryKey: ['budget'],
  queryFn: ({ signal }): Promise<Budget> => dataOf(api.GET('/api/v1/budget', { signal })),
});

export const changeBudget = (
  budget: Budget,
  body: { dayMicroDollars: number | null; monthMicroDollars: number | null; allowUnpriced: boolean },
): Promise<Budget> =>
  dataOf(api.PATCH('/api/v1/budget', { params: { header: { 'If-Match': etagOf(budget) } }, body }));
