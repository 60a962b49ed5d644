import { Gauge, Wallet } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const billing = defineWebModule({
  name: 'account/billing',
  activity: () => import('./state/activity-sentences.ts'),
  settingsPages: [
    {
      label: () => frameText('budget'),
      to: '/settings/budget',
      icon: Wallet,
      group: 'organization',
      order: 35,
      permission: 'budget.read',
    },
    {
      label: () => frameText('usage'),
      to: '/settings/usage',
      icon: Gauge,
      group: 'organization',
      order: 36,
      permission: 'usage.read',
    },
  ],
});
