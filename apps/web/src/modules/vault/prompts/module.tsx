import { FileText, Plus } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { findPrompts } from './api/find-prompts.ts';
import { startPrompt } from './api/start-prompt.ts';
import { t } from './messages.ts';

const RecentPrompts = lazy(() =>
  import('./components/recent-prompts.tsx').then((file) => ({ default: file.RecentPrompts })),
);

export const prompts = defineWebModule({
  name: 'vault/prompts',
  navigation: [
    {
      label: () => t('prompts'),
      to: '/prompts',
      icon: FileText,
      group: 'main',
      order: 10,
      permission: 'prompt.read',
      phone: true,
    },
  ],
  commands: [
    {
      id: 'prompts.new',
      label: () => t('newPrompt'),
      icon: Plus,
      keys: 'c',
      words: t('newPromptWords'),
      permission: 'prompt.create',
      run: ({ navigate }) => void startPrompt(navigate),
    },
    {
      id: 'prompts.open',
      label: () => t('goToPrompts'),
      icon: FileText,
      words: t('promptsWords'),
      permission: 'prompt.read',
      to: '/prompts',
    },
  ],
  commandSources: [findPrompts],
  slots: {
    'home.card': [{ id: 'prompts.recent', component: RecentPrompts, order: 10, permission: 'prompt.read' }],
  },
});
