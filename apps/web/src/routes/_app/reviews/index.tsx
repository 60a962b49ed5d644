import { createFileRoute } from '@tanstack/react-router';
import { ReviewsPage } from '../../../modules/vault/reviews/components/reviews-page.tsx';
import { readReviewSearch } from '../../../modules/vault/reviews/index.ts';

export const Route = createFileRoute('/_app/reviews/')({
  validateSearch: readReviewSearch,
  component: function Reviews() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <ReviewsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    );
  },
});
