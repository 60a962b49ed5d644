import {
  reviewDecidedPayload,
  reviewDismissedPayload,
  reviewMergedPayload,
  reviewPayload,
  reviewRulePayload,
} from '@promptvault/contract/vault/reviews/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const ReviewOpened = defineEvent('review.opened', reviewPayload, { audit: true });
export const ReviewUpdated = defineEvent('review.updated', reviewPayload, { audit: true });
export const ReviewDecided = defineEvent('review.decided', reviewDecidedPayload, { audit: true });
export const ReviewDismissed = defineEvent('review.dismissed', reviewDismissedPayload, { audit: true });
export const ReviewMerged = defineEvent('review.merged', reviewMergedPayload, { audit: true });
export const ReviewClosed = defineEvent('review.closed', reviewPayload, { audit: true });
export const ReviewReopened = defineEvent('review.reopened', reviewPayload, { audit: true });
export const ReviewRuleChanged = defineEvent('review_rule.changed', reviewRulePayload, { audit: true });

export const events = [
  ReviewOpened,
  ReviewUpdated,
  ReviewDecided,
  ReviewDismissed,
  ReviewMerged,
  ReviewClosed,
  ReviewReopened,
  ReviewRuleChanged,
];
