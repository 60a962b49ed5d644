import { Cpu, Plug } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const models = defineWebModule({
  name: 'studio/models',
  activity: () => import('./state/activity-sentences.ts'),
  settingsPages: [
    {
      label: () => frameText('title'),
      to: '/settings/models',
      icon: Cpu,
      group: 'organization',
      order: 30,
      permission: 'model.read',
    },
  ],
  commands: [
    {
      id: 'models.open',
      label: () => frameText('openModels'),
      icon: Cpu,
      words: frameText('commandWords'),
      to: '/settings/models',
      permission: 'model.read',
    },
    {
      id: 'models.connect',
      label: () => frameText('addConnectionCommand'),
      icon: Plug,
      words: frameText('commandWords'),
      to: '/settings/models?add=true',
      permission: 'model.use',
    },
  ],
});
