/** What an organization lets itself spend on models, and what it has spent. Money is in millionths of a US dollar. */
import * as z from 'zod';
import { revision, time } from '../../values.ts';

const limit = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .nullable()
  .meta({ description: 'Millionths of a US dollar; null means no limit.' });

export const budgetPeriods = ['day', 'month'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

export const updateBudgetBody = z
  .strictObject({ dayMicroDollars: limit, monthMicroDollars: limit })
  .partial();

const spending = z
  .object({
    limitMicroDollars: z.int().nullable(),
    spentMicroDollars: z.int().meta({ description: 'By runs that are over.' }),
    reservedMicroDollars: z.int().meta({ description: 'What open runs may still cost at most.' }),
    startsOn: z.string().meta({ description: 'The first day of the period, in UTC.' }),
    endsAt: time(),
  })
  .meta({ id: 'Spending' });
export type SpendingView = z.output<typeof spending>;

export const budget = z
  .object({ day: spending, month: spending, revision: revision() })
  .meta({ id: 'Budget', description: 'Limits of spending, and what was spent of them.' });
export type BudgetView = z.output<typeof budget>;
