import { createFileRoute } from '@tanstack/react-router';
import { ComparePage } from '../../../modules/studio/history/components/compare-page.tsx';
import { type CompareSearch, readCompareSearch } from '../../../modules/studio/history/index.ts';

export const Route = createFileRoute('/_app/runs/compare')({
  validateSearch: readCompareSearch,
  component: function CompareRuns() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    const change = (next: CompareSearch) => void navigate({ search: next, replace: true });
    return <ComparePage search={search} onSearch={change} />;
  },
});
