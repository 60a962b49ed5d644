import * as z from 'zod';

/** The import session is the subject of each. */
export const importCompletedPayload = z.object({
  source: z.string(),
  created: z.int(),
  skipped: z.int(),
});

export const importUndonePayload = z.object({ removed: z.int(), kept: z.int() });
