import * as z from 'zod';
import { id, orNull, page, pageQuery, personRef, time } from '../../values.ts';

export const activityEntry = z
  .object({
    id: z.string(),
    type: z.string().meta({ description: 'The event’s type, such as prompt.committed.' }),
    at: time(),
    actor: orNull(personRef).meta({ description: 'null when nobody did it, such as a job.' }),
    subject: z.object({
      kind: z.string(),
      id: z.string(),
      title: z.string().nullable(),
      address: z.string().nullable().meta({ description: 'Its page in the web app.' }),
    }),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'What the event tells: ids and facts.' }),
  })
  .meta({ id: 'ActivityEntry', description: 'Something that happened, as far as the caller may know.' });
export type ActivityEntryView = z.output<typeof activityEntry>;

export const activityPage = page(activityEntry).meta({ id: 'ActivityPage' });

export const listActivityQuery = z.strictObject({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  prompt: id().optional().meta({ description: 'Only what happened to this prompt.' }),
  person: id().optional().meta({ description: 'Only what this person did.' }),
  kind: z
    .string()
    .regex(/^[a-z][a-z_]{0,39}$/)
    .optional()
    .meta({ description: 'The first word of the types wanted: prompt, comment, run …' }),
  since: z.iso.date().optional().meta({ description: 'From this day on, in UTC.' }),
  until: z.iso.date().optional().meta({ description: 'Up to the end of this day, in UTC.' }),
  q: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Part of the name of who did it, or of the title of the prompt.' }),
});
