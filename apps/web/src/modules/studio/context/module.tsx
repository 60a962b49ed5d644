import { FolderTree } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { t } from './messages.ts';

export const context = defineWebModule({
  name: 'studio/context',
  navigation: [{ label: () => t('title'), to: '/context', icon: FolderTree, group: 'main', order: 40 }],
  commands: [
    {
      id: 'context.open',
      label: () => t('openContext'),
      icon: FolderTree,
      to: '/context',
      words: t('contextWords'),
    },
  ],
});
