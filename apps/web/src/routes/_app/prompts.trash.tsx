import { createFileRoute } from '@tanstack/react-router';
import { TrashPage } from '../../modules/vault/prompts/components/trash-page.tsx';

export const Route = createFileRoute('/_app/prompts/trash')({ component: TrashPage });
