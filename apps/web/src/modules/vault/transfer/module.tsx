import { FileUp } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const transfer = defineWebModule({
  name: 'vault/transfer',
  activity: () => import('./state/activity-sentences.ts'),
  commands: [
    {
      id: 'transfer.import',
      label: () => frameText('importPrompts'),
      icon: FileUp,
      words: frameText('importWords'),
      permission: 'prompt.import',
      to: '/prompts/import',
    },
  ],
});
