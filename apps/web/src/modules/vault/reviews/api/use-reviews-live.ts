import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../../shell/session.ts';
import { useLiveChanges } from '../../../../wire/use-live.ts';
import { reviewQuery, reviewsKey, waitingLabelsQuery } from './reviews.ts';

/** Asks anew for lists and counts whenever a review of the organization changes. */
export function useReviewsLive(): void {
  const queries = useQueryClient();
  const organization = useSession()?.organization.id;
  useLiveChanges(
    organization && 'reviews',
    () => void queries.invalidateQueries({ queryKey: [...reviewsKey, 'lists'] }),
  );
}

/** Asks anew for moves of protected labels that wait. */
export function useWaitingLabelsLive(isOn: boolean): void {
  const queries = useQueryClient();
  useLiveChanges(
    isOn ? 'label-requests' : undefined,
    () => void queries.invalidateQueries({ queryKey: waitingLabelsQuery.queryKey }),
  );
}

/** Asks anew for a review whenever somebody decides, merges, saves a version or reports a check. */
export function useReviewLive(reviewId: string): void {
  const queries = useQueryClient();
  useLiveChanges(
    `review:${reviewId}`,
    () => void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey }),
  );
}
