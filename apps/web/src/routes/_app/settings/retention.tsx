import { createFileRoute } from '@tanstack/react-router';
import { RetentionPage } from '../../../modules/studio/history/components/retention-page.tsx';

export const Route = createFileRoute('/_app/settings/retention')({ component: RetentionPage });
