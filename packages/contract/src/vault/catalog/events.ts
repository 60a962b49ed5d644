import * as z from 'zod';

/** The tag is the subject. */
export const tagRenamedPayload = z.object({ from: z.string(), to: z.string() });

/** `count`: things that carried it. */
export const tagMergedPayload = z.object({ from: z.string(), to: z.string(), count: z.int() });
