import { createFileRoute, useRouter } from '@tanstack/react-router';
import { HistoryPage } from '../../../modules/studio/history/components/history-page.tsx';
import { readRunSearch } from '../../../modules/studio/history/index.ts';

export const Route = createFileRoute('/_app/runs/')({
  validateSearch: readRunSearch,
  component: function Runs() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    const router = useRouter();
    return (
      <HistoryPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        address={router.options.stringifySearch(search)}
        onAddress={(address) => void navigate({ search: readRunSearch(router.options.parseSearch(address)) })}
      />
    );
  },
});
