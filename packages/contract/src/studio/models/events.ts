/** Payloads of what this module writes to the event log: never a key, not even sealed. */
import * as z from 'zod';
import { connectionProvider } from './shapes.ts';

const subject = { name: z.string(), provider: connectionProvider };

export const connectionCreated = z.object({
  ...subject,
  baseUrl: z.string().nullable(),
  hasKey: z.boolean(),
  personal: z.boolean().optional(),
});
export const connectionUpdated = z.object({
  ...subject,
  changed: z.array(z.enum(['name', 'baseUrl', 'key', 'api'])),
});
export const connectionDeleted = z.object(subject);
export const connectionTested = z.object({ ...subject, ok: z.boolean(), code: z.string().nullable() });

export const modelChainChanged = z.object({
  name: z.string(),
  steps: z.array(z.object({ connectionId: z.string().nullable(), model: z.string() })),
});
export const modelFactsChanged = z.object({
  connectionId: z.string(),
  model: z.string(),
  /** The whole, since prices decide what runs are said to cost. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
