import { CircleX, DatabaseZap, History, Lock, Play } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

const RecentRunsCard = lazy(() =>
  import('./components/recent-runs-card.tsx').then((file) => ({ default: file.RecentRunsCard })),
);

const permission = 'run.read';
const words = frameText('commandWords');

export const runs = defineWebModule({
  name: 'studio/runs',
  activity: () => import('./state/activity-sentences.ts'),
  navigation: [
    {
      label: () => frameText('title'),
      to: '/runs',
      icon: Play,
      group: 'main',
      order: 50,
      permission,
      phone: true,
    },
  ],
  commands: [
    { id: 'runs.open', label: () => frameText('openRuns'), icon: History, words, to: '/runs', permission },
    {
      id: 'runs.running',
      label: () => frameText('openRunning'),
      icon: Play,
      words,
      to: '/runs?status=running,queued',
      permission,
    },
    {
      id: 'runs.failed',
      label: () => frameText('openFailed'),
      icon: CircleX,
      words,
      to: '/runs?status=failed',
      permission,
    },
  ],
  settingsPages: [
    {
      label: () => frameText('cache'),
      to: '/settings/cache',
      icon: DatabaseZap,
      group: 'organization',
      order: 37,
      permission: 'run.cache',
    },
    {
      label: () => frameText('privateRuns'),
      to: '/settings/private-runs',
      icon: Lock,
      group: 'organization',
      order: 38,
      permission,
    },
  ],
  leave: () => import('./state/leave-private.ts').then(({ leavePrivate }) => leavePrivate()),
  slots: {
    'home.card': [
      {
        id: 'runs.recent',
        label: () => frameText('recent'),
        order: 20,
        permission,
        component: RecentRunsCard,
      },
    ],
  },
});
