import { createFileRoute } from '@tanstack/react-router';
import { MailPage } from '../../../modules/account/notifications/components/mail-page.tsx';

export const Route = createFileRoute('/_app/settings/mail')({ component: MailPage });
