import { FolderTree } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const context = defineWebModule({
  name: 'studio/context',
  navigation: [
    { label: () => frameText('title'), to: '/context', icon: FolderTree, group: 'main', order: 40 },
  ],
  commands: [
    {
      id: 'context.open',
      label: () => frameText('openContext'),
      icon: FolderTree,
      to: '/context',
      words: frameText('contextWords'),
    },
  ],
});
