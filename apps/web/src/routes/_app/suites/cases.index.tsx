import { createFileRoute } from '@tanstack/react-router';
import { CaseSetsPage } from '../../../modules/studio/suites/components/case-sets-page.tsx';
import { readOfPrompt } from '../../../modules/studio/suites/index.ts';

export const Route = createFileRoute('/_app/suites/cases/')({
  validateSearch: readOfPrompt,
  component: function OpenCaseSets() {
    const navigate = Route.useNavigate();
    return (
      <CaseSetsPage
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
