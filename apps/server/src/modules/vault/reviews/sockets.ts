import { reviewsTopic, reviewTopic } from '@promptvault/contract/vault/reviews/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openReview } from './open.ts';
import { type FollowedReviews, followReviews } from './operations/follow-reviews.ts';

const all: SocketTopic = {
  topic: reviewsTopic,
  async open(ctx): Promise<FollowedReviews> {
    const { id } = await openOrganization(ctx, {}, 'review.read');
    return { organizationId: id, reviewId: null };
  },
  follow: followReviews,
};

/** `review:<id>` */
const one: SocketTopic = {
  topic: reviewTopic,
  async open(ctx, reviewId): Promise<FollowedReviews> {
    const { review } = await openReview(ctx, { reviewId }, 'review.read');
    return { organizationId: ctx.organizationId, reviewId: review.id };
  },
  follow: followReviews,
};

export const sockets = [all, one];
