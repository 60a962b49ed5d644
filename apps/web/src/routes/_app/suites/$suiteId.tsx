import { createFileRoute } from '@tanstack/react-router';
import { SuitePage } from '../../../modules/studio/suites/components/suite-page.tsx';

export const Route = createFileRoute('/_app/suites/$suiteId')({
  validateSearch: ({ settings }: Record<string, unknown>): { settings?: true } =>
    settings === true ? { settings } : {},
  component: function OpenSuite() {
    const { suiteId } = Route.useParams();
    const { settings } = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <SuitePage
        key={suiteId}
        suiteId={suiteId}
        settings={settings === true}
        onSettings={(open) => void navigate({ search: open ? { settings: true } : {}, replace: true })}
      />
    );
  },
});
