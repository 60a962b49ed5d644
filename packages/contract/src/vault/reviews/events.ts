/** Payloads of what this module writes to the event log (the review is the subject), and its live topics. */
import * as z from 'zod';

const place = { promptId: z.string(), title: z.string() };

export const reviewPayload = z.object(place);
export const reviewDecidedPayload = z.object({
  ...place,
  verdict: z.enum(['approve', 'request_changes', 'comment']),
  version: z.int(),
});
export const reviewMergedPayload = z.object({ ...place, version: z.int() });
export const reviewRulePayload = z.object({
  requiredApprovals: z.int(),
  ownApprovalCounts: z.boolean(),
  requiredChecks: z.array(z.string()),
  dismissOnCommit: z.boolean(),
});
export const reviewDismissedPayload = z.object({ ...place, version: z.int(), people: z.array(z.string()) });

/** Topic of the live connection: some review of the organization changed, or the rule for reviews. */
export const reviewsTopic = 'reviews';
/** Topic of the live connection: `review:<id>`. Each event says that the review changed; read it again. */
export const reviewTopic = 'review';
