import { createFileRoute } from '@tanstack/react-router';
import { SharingPage } from '../../../modules/vault/sharing/components/sharing-page.tsx';

export const Route = createFileRoute('/_app/settings/sharing')({ component: SharingPage });
