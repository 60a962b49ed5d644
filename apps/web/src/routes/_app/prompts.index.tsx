import { createFileRoute } from '@tanstack/react-router';
import { PromptsPage } from '../../modules/vault/prompts/components/prompts-page.tsx';
import { type PromptSearch, readPromptSearch } from '../../modules/vault/prompts/index.ts';

export const Route = createFileRoute('/_app/prompts/')({
  validateSearch: readPromptSearch,
  component: Prompts,
});

function Prompts() {
  const navigate = Route.useNavigate();
  const onSearch = (search: PromptSearch) =>
    void navigate({ search: readPromptSearch(search), replace: true });
  return <PromptsPage search={Route.useSearch()} onSearch={onSearch} />;
}
