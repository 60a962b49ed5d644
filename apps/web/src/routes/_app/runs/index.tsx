import { createFileRoute } from '@tanstack/react-router';
import { RunsPage } from '../../../modules/studio/runs/components/runs-page.tsx';
import { readRunSearch } from '../../../modules/studio/runs/index.ts';

export const Route = createFileRoute('/_app/runs/')({
  validateSearch: readRunSearch,
  component: function Runs() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <RunsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
  },
});
