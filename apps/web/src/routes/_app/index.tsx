import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '../../shell/home-page.tsx';

export const Route = createFileRoute('/_app/')({ component: HomePage });
