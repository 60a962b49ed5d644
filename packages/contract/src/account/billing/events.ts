import * as z from 'zod';
import { budgetPeriods, limitScopes, usageMeasures, usageWindows } from './shapes.ts';

/** `changed`: what is another than before; events of before it was told have none. */
export const budgetChanged = z.object({
  dayMicroDollars: z.int().nullable(),
  monthMicroDollars: z.int().nullable(),
  allowUnpriced: z.boolean().default(false),
  changed: z.array(z.enum(['dayMicroDollars', 'monthMicroDollars', 'allowUnpriced'])).default([]),
});

const scope = z.enum(limitScopes);

/** `subject`: the person, connection or model it is of; null where it is of all. */
export const limitChanged = z.object({
  scope,
  subject: z.string().nullable(),
  runsAnHour: z.int().nullable(),
  runsADay: z.int().nullable(),
  runsAtOnce: z.int().nullable(),
  uploadsAnHour: z.int().nullable(),
  uploadsADay: z.int().nullable(),
  byOperator: z.boolean(),
});
export const limitRemoved = z.object({ scope, subject: z.string().nullable() });
export const usageReset = z.object({ scope, subject: z.string().nullable() });

/** Use has come to 80 or 90 % of a limit. */
export const usageWarned = z.object({
  scope,
  subject: z.string().nullable(),
  measure: z.enum(usageMeasures),
  window: z.enum(usageWindows),
  percent: z.int(),
  limit: z.int(),
});

/** Spending has come to 80 or 90 % of a budget. */
export const budgetWarned = z.object({
  period: z.enum(budgetPeriods),
  startsOn: z.string(),
  percent: z.int(),
  limitMicroDollars: z.int(),
});
