import { Building2, Users } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { sessionSource } from './api/session-source.ts';
import { OrganizationSwitcher } from './components/organization-switcher.tsx';
import { frameText } from './state/frame-text.ts';

const MembershipWatch = lazy(() =>
  import('./components/membership-watch.tsx').then((file) => ({ default: file.MembershipWatch })),
);

export const organizations = defineWebModule({
  name: 'account/organizations',
  activity: () => import('./state/activity-sentences.ts'),
  session: sessionSource,
  settingsPages: [
    {
      label: () => frameText('general'),
      to: '/settings/organization',
      icon: Building2,
      group: 'organization',
      order: 10,
      permission: 'organization.read',
    },
    {
      label: () => frameText('members'),
      to: '/settings/members',
      icon: Users,
      group: 'organization',
      order: 20,
      permission: 'organization.read',
    },
  ],
  slots: {
    'shell.organization': [{ id: 'organizations.switcher', component: OrganizationSwitcher }],
    'shell.status': [{ id: 'organizations.watch', component: MembershipWatch }],
  },
});
