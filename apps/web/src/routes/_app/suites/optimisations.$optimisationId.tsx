import { createFileRoute } from '@tanstack/react-router';
import { OptimisationPage } from '../../../modules/studio/optimiser/components/optimisation-page.tsx';
import { readOptimisationSearch } from '../../../modules/studio/optimiser/index.ts';

export const Route = createFileRoute('/_app/suites/optimisations/$optimisationId')({
  validateSearch: readOptimisationSearch,
  component: function OpenOptimisation() {
    const { optimisationId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <OptimisationPage
        key={optimisationId}
        optimisationId={optimisationId}
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
