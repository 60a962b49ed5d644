import { createFileRoute } from '@tanstack/react-router';
import { DescribePage } from '../../modules/studio/suites/components/describe-page.tsx';
import { readDescribeSearch } from '../../modules/studio/suites/index.ts';

export const Route = createFileRoute('/_app/prompts/describe')({
  validateSearch: readDescribeSearch,
  component: function OpenDescription() {
    const navigate = Route.useNavigate();
    return (
      <DescribePage
        search={Route.useSearch()}
        onSearch={(search, replace = false) => void navigate({ search, replace })}
      />
    );
  },
});
