import { createFileRoute } from '@tanstack/react-router';
import { CasesPage } from '../../../modules/studio/suites/components/cases-page.tsx';
import { readCaseSearch } from '../../../modules/studio/suites/index.ts';

export const Route = createFileRoute('/_app/suites/cases/$caseSetId')({
  validateSearch: readCaseSearch,
  component: function OpenCases() {
    const { caseSetId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <CasesPage
        key={caseSetId}
        caseSetId={caseSetId}
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
