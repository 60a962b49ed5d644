import { createFileRoute } from '@tanstack/react-router';
import { MembersPage } from '../../../modules/account/organizations/components/members-page.tsx';

export const Route = createFileRoute('/_app/settings/members')({ component: MembersPage });
