import { createFileRoute } from '@tanstack/react-router';
import { TagsPage } from '../../../modules/vault/prompts/components/tags-page.tsx';

export const Route = createFileRoute('/_app/settings/tags')({ component: TagsPage });
