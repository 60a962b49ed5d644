import { createFileRoute } from '@tanstack/react-router';
import { NoticeSettingsPage } from '../../../modules/account/notifications/components/notice-settings-page.tsx';

export const Route = createFileRoute('/_app/settings/notifications')({ component: NoticeSettingsPage });
