import { createFileRoute } from '@tanstack/react-router';
import { ExperimentPage } from '../../../modules/studio/experiments/components/experiment-page.tsx';
import { readExperimentSearch } from '../../../modules/studio/experiments/index.ts';

export const Route = createFileRoute('/_app/suites/experiments/$experimentId')({
  validateSearch: readExperimentSearch,
  component: function OpenExperiment() {
    const { experimentId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ExperimentPage
        key={experimentId}
        experimentId={experimentId}
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
