import { createFileRoute } from '@tanstack/react-router';
import { NewExperimentPage } from '../../../modules/studio/experiments/components/new-experiment-page.tsx';
import { readExperimentSearch } from '../../../modules/studio/experiments/index.ts';

export const Route = createFileRoute('/_app/suites/experiments/new')({
  validateSearch: readExperimentSearch,
  component: function PlanExperiment() {
    const navigate = Route.useNavigate();
    return (
      <NewExperimentPage
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
