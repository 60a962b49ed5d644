/** Payloads of what this module writes to the event log. */
import * as z from 'zod';
import { verdictKinds } from './shapes.ts';

export const judgementPayload = z.object({
  title: z.string(),
  runs: z.int(),
  verdict: z.enum(verdictKinds),
  shared: z.boolean(),
});
export const retentionPayload = z.object({ days: z.int().nullable() });
export const runsForgottenPayload = z.object({
  runs: z.int(),
  before: z.string(),
});
export const runsExportedPayload = z.object({ format: z.string(), everybody: z.boolean() });
