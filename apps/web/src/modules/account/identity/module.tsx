import { UserRound } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { ProfileButton } from './components/profile-button.tsx';
import { frameText } from './state/frame-text.ts';

export const identity = defineWebModule({
  name: 'account/identity',
  settingsPages: [
    {
      label: () => frameText('profile'),
      to: '/settings/profile',
      icon: UserRound,
      group: 'person',
      order: 10,
    },
  ],
  slots: { 'shell.profile': [{ id: 'identity.profile', component: ProfileButton }] },
});
