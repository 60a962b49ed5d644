import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { reviewsChanged } from './tell-followers.ts';

export interface FollowedReviews {
  organizationId: string;
  /** null for all of the organization. */
  reviewId: string | null;
}

/** Says that a review changed; whoever hears it reads it again, as they may see it. */
export const followReviews = (
  ports: Ports,
  { organizationId, reviewId }: FollowedReviews,
  signal: AbortSignal,
) =>
  followChanges(
    ports,
    reviewsChanged,
    ([organization, changed]) =>
      organization === organizationId && (reviewId === null || changed === reviewId || changed === 'all'),
    signal,
  );
