import { createFileRoute } from '@tanstack/react-router';
import { ActivityPage } from '../../modules/vault/discussion/components/activity-page.tsx';
import { readActivitySearch } from '../../modules/vault/discussion/index.ts';

export const Route = createFileRoute('/_app/activity')({
  validateSearch: readActivitySearch,
  component: function Activity() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <ActivityPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    );
  },
});
