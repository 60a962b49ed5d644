import { createFileRoute } from '@tanstack/react-router';
import { ReportPage } from '../../../modules/studio/suites/components/report-page.tsx';
import { readReportSearch } from '../../../modules/studio/suites/index.ts';

export const Route = createFileRoute('/_app/suites/runs/$suiteRunId')({
  validateSearch: readReportSearch,
  component: function OpenReport() {
    const { suiteRunId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ReportPage
        key={suiteRunId}
        suiteRunId={suiteRunId}
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
