/** Payloads of what this module writes to the event log: never a key, not even sealed. */
import * as z from 'zod';
import { connectionProvider } from './shapes.ts';

const subject = { name: z.string(), provider: connectionProvider };

export const connectionCreated = z.object({
  ...subject,
  baseUrl: z.string().nullable(),
  hasKey: z.boolean(),
});
export const connectionUpdated = z.object({
  ...subject,
  changed: z.array(z.enum(['name', 'baseUrl', 'key'])),
});
export const connectionDeleted = z.object(subject);
export const connectionTested = z.object({ ...subject, ok: z.boolean(), code: z.string().nullable() });
