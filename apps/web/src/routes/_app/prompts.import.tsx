import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '../../modules/vault/transfer/components/import-page.tsx';

export const Route = createFileRoute('/_app/prompts/import')({ component: ImportPage });
