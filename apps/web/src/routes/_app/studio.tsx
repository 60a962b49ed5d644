import { createFileRoute } from '@tanstack/react-router';
import { LastPromptPage } from '../../modules/studio/studio/components/last-prompt-page.tsx';

export const Route = createFileRoute('/_app/studio')({ component: LastPromptPage });
