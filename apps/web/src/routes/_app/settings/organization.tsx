import { createFileRoute } from '@tanstack/react-router';
import { OrganizationPage } from '../../../modules/account/organizations/components/organization-page.tsx';

export const Route = createFileRoute('/_app/settings/organization')({ component: OrganizationPage });
