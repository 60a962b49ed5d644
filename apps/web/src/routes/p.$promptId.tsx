import { createFileRoute } from '@tanstack/react-router';
import { PublicPromptPage } from '../modules/vault/prompts/components/public-prompt-page.tsx';

export const Route = createFileRoute('/p/$promptId')({ component: PublicPrompt });

function PublicPrompt() {
  return <PublicPromptPage promptId={Route.useParams().promptId} />;
}
