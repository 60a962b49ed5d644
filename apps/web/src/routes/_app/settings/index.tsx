import { createFileRoute } from '@tanstack/react-router';
import { FirstSettingsPage } from '../../../shell/first-settings-page.tsx';

export const Route = createFileRoute('/_app/settings/')({ component: FirstSettingsPage });
