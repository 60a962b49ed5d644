import { createFileRoute } from '@tanstack/react-router';
import { CachePage } from '../../../modules/studio/runs/components/cache-page.tsx';

export const Route = createFileRoute('/_app/settings/cache')({ component: CachePage });
