import { Cpu, Plug } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { t } from './messages.ts';

export const models = defineWebModule({
  name: 'studio/models',
  settingsPages: [
    {
      label: () => t('title'),
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
      label: () => t('openModels'),
      icon: Cpu,
      words: t('commandWords'),
      to: '/settings/models',
      permission: 'model.read',
    },
    {
      id: 'models.connect',
      label: () => t('addConnectionCommand'),
      icon: Plug,
      words: t('commandWords'),
      to: '/settings/models?add=true',
      permission: 'model.manage',
    },
  ],
});
