/** Payloads of what this module writes to the event log: ids and facts, never contents. */
import * as z from 'zod';

export const secretCreated = z.object({ name: z.string(), origins: z.array(z.string()) });
export const secretChanged = z.object({
  name: z.string(),
  origins: z.array(z.string()),
  changed: z.array(z.enum(['value', 'origins'])),
});
export const secretDeleted = z.object({ name: z.string() });
