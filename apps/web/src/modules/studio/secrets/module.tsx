import { KeyRound } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const secrets = defineWebModule({
  name: 'studio/secrets',
  activity: () => import('./state/activity-sentences.ts'),
  settingsPages: [
    {
      label: () => frameText('title'),
      to: '/settings/secrets',
      icon: KeyRound,
      group: 'organization',
      order: 32,
      permission: 'secret.read',
    },
  ],
  commands: [
    {
      id: 'secrets.open',
      label: () => frameText('openSecrets'),
      icon: KeyRound,
      words: frameText('commandWords'),
      to: '/settings/secrets',
      permission: 'secret.read',
    },
  ],
});
