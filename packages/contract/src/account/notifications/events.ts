/** What a tab hears over the topic `notices`: something changed, read again. */
import * as z from 'zod';

export const noticesChanged = z.object({ type: z.literal('notices-changed') }).meta({ id: 'NoticesChanged' });
export type NoticesChanged = z.output<typeof noticesChanged>;
export const noticesLiveTopic = 'notices';
