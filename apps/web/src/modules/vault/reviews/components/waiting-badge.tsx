import { useQuery } from '@tanstack/react-query';
import { Badge } from '../../../../ui/badge.tsx';
import { waitingReviewsQuery } from '../api/reviews.ts';
import { useReviewsLive } from '../api/use-reviews-live.ts';
import { frameText } from '../state/frame-text.ts';

const most = 99;

/** In the navigation: how many reviews wait for me; nothing where none does. */
export function WaitingBadge() {
  const { data } = useQuery(waitingReviewsQuery);
  useReviewsLive();
  const count = data?.counts.waiting ?? 0;
  if (count === 0) return null;
  return (
    <Badge tone="accent">
      <span aria-hidden="true">{count > most ? `${most}+` : count}</span>
      <span className="sr-only">{frameText('waitForYou', { count })}</span>
    </Badge>
  );
}
