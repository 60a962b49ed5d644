import { createFileRoute } from '@tanstack/react-router';
import { NewSuitePage } from '../../../modules/studio/suites/components/new-suite-page.tsx';
import { readOfPrompt } from '../../../modules/studio/suites/index.ts';

export const Route = createFileRoute('/_app/suites/new')({
  validateSearch: readOfPrompt,
  component: function MakeSuite() {
    const navigate = Route.useNavigate();
    return (
      <NewSuitePage
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});
