/** Payloads of what this module writes to the event log: never subjects or their outcomes. */
import * as z from 'zod';

export const experimentFacts = z.object({ promptId: z.string(), name: z.string(), label: z.string() });
export const experimentEnded = experimentFacts.extend({
  reason: z.string(),
  metric: z.string().nullable(),
  variant: z.string().nullable(),
});

/** Topic of the live connection: an experiment of the organization was changed, began or ended. */
export const experimentsTopic = 'experiments';
/** Topic of the live connection: `experiment:<id>`. There is more of it; read it again. At most one event a second. */
export const experimentTopic = 'experiment';
