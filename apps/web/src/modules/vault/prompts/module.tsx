import { ClipboardPaste, FileText, Plus, Sparkles, Tag, Tags } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { findPrompts } from './api/find-prompts.ts';
import { startPrompt } from './api/start-prompt.ts';
import { setBringOpen } from './state/bring-open.ts';
import { frameText } from './state/frame-text.ts';

const RecentPrompts = lazy(() =>
  import('./components/recent-prompts.tsx').then((file) => ({ default: file.RecentPrompts })),
);

export const prompts = defineWebModule({
  name: 'vault/prompts',
  activity: () => import('./state/activity-sentences.ts'),
  navigation: [
    {
      label: () => frameText('prompts'),
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
      label: () => frameText('newPrompt'),
      icon: Plus,
      keys: 'c',
      words: frameText('newPromptWords'),
      permission: 'prompt.create',
      run: ({ navigate }) => void startPrompt(navigate),
    },
    {
      id: 'prompts.describe',
      label: () => frameText('describePrompt'),
      icon: Sparkles,
      words: frameText('describePromptWords'),
      permission: 'prompt.create',
      to: '/prompts/describe',
    },
    {
      id: 'prompts.bring',
      label: () => frameText('bringPrompt'),
      icon: ClipboardPaste,
      words: frameText('bringPromptWords'),
      permission: 'prompt.create',
      run: ({ navigate }) => {
        setBringOpen(true);
        navigate('/prompts');
      },
    },
    {
      id: 'prompts.open',
      label: () => frameText('goToPrompts'),
      icon: FileText,
      words: frameText('promptsWords'),
      permission: 'prompt.read',
      to: '/prompts',
    },
    {
      id: 'prompts.trash',
      label: () => frameText('goToTrash'),
      icon: FileText,
      words: frameText('trashWords'),
      permission: 'organization.read',
      to: '/prompts/trash',
    },
  ],
  settingsPages: [
    {
      label: () => frameText('protectedLabels'),
      to: '/settings/labels',
      icon: Tag,
      group: 'organization',
      order: 30,
      permission: 'label.protect',
    },
    {
      label: () => frameText('tags'),
      to: '/settings/tags',
      icon: Tags,
      group: 'organization',
      order: 32,
      permission: 'tag.manage',
    },
  ],
  commandSources: [findPrompts],
  slots: {
    'home.card': [{ id: 'prompts.recent', component: RecentPrompts, order: 10, permission: 'prompt.read' }],
  },
});
