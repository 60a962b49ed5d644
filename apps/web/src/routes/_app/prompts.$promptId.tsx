import { createFileRoute } from '@tanstack/react-router';
import { StudioPage } from '../../modules/studio/studio/components/studio-page.tsx';
import { readStudioSearch } from '../../modules/studio/studio/module.tsx';

export const Route = createFileRoute('/_app/prompts/$promptId')({
  validateSearch: readStudioSearch,
  component: function OpenStudio() {
    const { promptId } = Route.useParams();
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <StudioPage
        promptId={promptId}
        search={search}
        onSearch={(change) =>
          void navigate({
            search: (before) => ({ ...before, ...change }),
            // Another version, branch or run is a place one comes back from; a tab is not.
            replace: !['version', 'comparison', 'branch', 'merge'].some((key) => key in change),
          })
        }
      />
    );
  },
});
