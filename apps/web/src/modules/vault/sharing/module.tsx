import { Share2 } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { ShareJudgement, SharePrompt, ShareRun } from './components/share-button.tsx';
import { frameText } from './state/frame-text.ts';

const permission = 'share.create';

export const sharing = defineWebModule({
  name: 'vault/sharing',
  activity: () => import('./state/activity-sentences.ts'),
  settingsPages: [
    {
      label: () => frameText('sharing'),
      to: '/settings/sharing',
      icon: Share2,
      group: 'organization',
      order: 40,
      permission,
    },
  ],
  slots: {
    'studio.actions': [{ id: 'sharing.prompt', order: 20, permission, component: SharePrompt }],
    'judgement.actions': [{ id: 'sharing.judgement', order: 20, permission, component: ShareJudgement }],
    'run.actions': [{ id: 'sharing.run', order: 20, permission, component: ShareRun }],
  },
});
