/** Payloads of what this module writes to the event log: never texts of prompts, answers or reasons. */
import * as z from 'zod';

export const optimisationStarted = z.object({ promptId: z.string(), branch: z.string(), version: z.int() });
export const optimisationEnded = z.object({
  promptId: z.string(),
  status: z.string(),
  end: z.string(),
  candidates: z.int(),
  microDollars: z.int(),
});
export const optimisationAdopted = z.object({
  promptId: z.string(),
  candidate: z.int(),
  branch: z.string(),
  reviewId: z.string(),
});

/** Topic of the live connection: an optimisation of the organization began or ended. */
export const optimisationsTopic = 'optimisations';
/** Topic of the live connection: `optimisation:<id>`. More of it is done; read it again. At most one event a second. */
export const optimisationTopic = 'optimisation';
