import { createFileRoute } from '@tanstack/react-router';
import { NoticesPage } from '../../modules/account/notifications/components/notices-page.tsx';
import { readNoticeSearch } from '../../modules/account/notifications/index.ts';

export const Route = createFileRoute('/_app/notices')({
  validateSearch: readNoticeSearch,
  component: function Notices() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <NoticesPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    );
  },
});
