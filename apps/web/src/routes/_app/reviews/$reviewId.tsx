import { createFileRoute } from '@tanstack/react-router';
import { ReviewPage } from '../../../modules/vault/reviews/components/review-page.tsx';

export const Route = createFileRoute('/_app/reviews/$reviewId')({
  component: function OpenReview() {
    const { reviewId } = Route.useParams();
    return <ReviewPage key={reviewId} reviewId={reviewId} />;
  },
});
