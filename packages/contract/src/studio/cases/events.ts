/** Payloads of what this module writes to the event log: names and counts, never values or answers. */
import * as z from 'zod';

export const caseSetChanged = z.object({ promptId: z.string(), name: z.string() });
export const casesChanged = z.object({
  promptId: z.string(),
  /** Of the set, after the change. */
  version: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
});
