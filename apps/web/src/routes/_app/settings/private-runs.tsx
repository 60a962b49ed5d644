import { createFileRoute } from '@tanstack/react-router';
import { PrivatePage } from '../../../modules/studio/runs/components/private-page.tsx';

export const Route = createFileRoute('/_app/settings/private-runs')({ component: PrivatePage });
