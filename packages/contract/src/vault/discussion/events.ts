/** Payloads of what this module writes to the event log: ids and facts, never what was said. */
import * as z from 'zod';

/** Of what the thread is; the subject of the event is the same thing. */
const place = { threadId: z.string(), commentId: z.string() };

export const commentAddedPayload = z.object({
  ...place,
  isReply: z.boolean(),
  suggests: z.boolean(),
  mentions: z.array(z.string()),
});
export const commentChangedPayload = z.object(place);
export const threadStatePayload = z.object({ threadId: z.string() });

/** Topic of the live connection: `discussion:<kind>.<id>`. Each event says that the threads changed; read them again. */
export const discussionTopic = 'discussion';
export const discussionChange = z.object({ type: z.literal('changed') });

/** Topic of the live connection: the log of the organization grew. */
export const activityTopic = 'activity';
