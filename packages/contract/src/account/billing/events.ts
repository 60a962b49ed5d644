import * as z from 'zod';

export const budgetChanged = z.object({
  dayMicroDollars: z.int().nullable(),
  monthMicroDollars: z.int().nullable(),
});
