import { createFileRoute } from '@tanstack/react-router';
import { OptimisePage } from '../../../modules/studio/optimiser/components/optimise-page.tsx';
import { readOptimiseSearch } from '../../../modules/studio/optimiser/index.ts';

export const Route = createFileRoute('/_app/suites/optimise')({
  validateSearch: readOptimiseSearch,
  component: function OpenOptimise() {
    const navigate = Route.useNavigate();
    return (
      <OptimisePage
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
