import { FileUp } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { t } from './messages.ts';

export const transfer = defineWebModule({
  name: 'vault/transfer',
  commands: [
    {
      id: 'transfer.import',
      label: () => t('importPrompts'),
      icon: FileUp,
      words: t('importWords'),
      permission: 'prompt.import',
      to: '/prompts/import',
    },
  ],
});
