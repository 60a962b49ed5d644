import { createFileRoute } from '@tanstack/react-router';
import { NewReviewPage } from '../../../modules/vault/reviews/components/new-review-page.tsx';
import { readNewReviewSearch } from '../../../modules/vault/reviews/index.ts';

export const Route = createFileRoute('/_app/reviews/new')({
  validateSearch: readNewReviewSearch,
  component: function NewReview() {
    return <NewReviewPage search={Route.useSearch()} />;
  },
});
