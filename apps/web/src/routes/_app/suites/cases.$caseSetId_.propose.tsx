import { createFileRoute } from '@tanstack/react-router';
import { ProposePage } from '../../../modules/studio/suites/components/propose-page.tsx';
import { readProposeSearch } from '../../../modules/studio/suites/index.ts';

export const Route = createFileRoute('/_app/suites/cases/$caseSetId_/propose')({
  validateSearch: readProposeSearch,
  component: function OpenProposals() {
    const { caseSetId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ProposePage
        key={caseSetId}
        caseSetId={caseSetId}
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search })}
      />
    );
  },
});
