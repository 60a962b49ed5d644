import { createFileRoute } from '@tanstack/react-router';
import { SecretsPage } from '../../../modules/studio/secrets/components/secrets-page.tsx';

export const Route = createFileRoute('/_app/settings/secrets')({ component: SecretsPage });
