import { createFileRoute } from '@tanstack/react-router';
import { ExperimentsPage } from '../../../modules/studio/experiments/components/experiments-page.tsx';

export const Route = createFileRoute('/_app/suites/experiments/')({ component: ExperimentsPage });
