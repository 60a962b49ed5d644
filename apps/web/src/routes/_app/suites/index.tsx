import { createFileRoute } from '@tanstack/react-router';
import { SuitesPage } from '../../../modules/studio/suites/components/suites-page.tsx';

export const Route = createFileRoute('/_app/suites/')({ component: SuitesPage });
