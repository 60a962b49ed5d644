import { createFileRoute } from '@tanstack/react-router';
import { ModelsPage } from '../../../modules/studio/models/components/models-page.tsx';

type Search = { add?: boolean; show?: string };

export const Route = createFileRoute('/_app/settings/models')({
  validateSearch: ({ add, show }: Record<string, unknown>): Search => ({
    ...(add === true && { add }),
    ...(typeof show === 'string' && { show }),
  }),
  component: function ModelSettings() {
    const { add = false, show } = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <ModelsPage
        adding={add}
        shown={show}
        onChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    );
  },
});
