/** Payloads of what this module writes to the event log: never answers, reasons or values. */
import * as z from 'zod';

export const suiteChanged = z.object({ promptId: z.string(), name: z.string() });
export const suiteRunStarted = z.object({
  promptId: z.string(),
  suiteId: z.string(),
  name: z.string(),
  items: z.int(),
  versions: z.array(z.int()),
});
export const suiteRunEnded = z.object({
  promptId: z.string(),
  suiteId: z.string(),
  name: z.string(),
  status: z.string(),
  isGreen: z.boolean(),
  passed: z.int(),
  total: z.int(),
  microDollars: z.int(),
});

/** Topic of the live connection: a suite of the organization was changed, or a run of one began or ended. */
export const suitesTopic = 'suites';
/** Topic of the live connection: `suite-run:<id>`. More of it is done; read it again. At most one event a second. */
export const suiteRunTopic = 'suite-run';
