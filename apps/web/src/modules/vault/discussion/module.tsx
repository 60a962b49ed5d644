import { Activity } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

const CommentsTab = lazy(() =>
  import('./components/comments-tab.tsx').then((file) => ({ default: file.CommentsTab })),
);
const ActivityTab = lazy(() =>
  import('./components/activity-tab.tsx').then((file) => ({ default: file.ActivityTab })),
);
const ActivityCard = lazy(() =>
  import('./components/activity-card.tsx').then((file) => ({ default: file.ActivityCard })),
);

const permission = 'activity.read';

export const discussion = defineWebModule({
  name: 'vault/discussion',
  activity: () => import('./state/activity-sentences.ts'),
  navigation: [
    {
      label: () => frameText('activity'),
      to: '/activity',
      icon: Activity,
      group: 'main',
      order: 60,
      permission,
    },
  ],
  commands: [
    {
      id: 'activity.open',
      label: () => frameText('openActivity'),
      icon: Activity,
      words: frameText('activityWords'),
      to: '/activity',
      permission,
    },
  ],
  slots: {
    'studio.drawer': [
      {
        id: 'comments',
        label: () => frameText('comments'),
        order: 30,
        permission: 'comment.read',
        component: CommentsTab,
      },
      { id: 'activity', label: () => frameText('activity'), order: 40, permission, component: ActivityTab },
    ],
    'home.card': [
      {
        id: 'activity.recent',
        label: () => frameText('activity'),
        order: 30,
        permission,
        component: ActivityCard,
      },
    ],
  },
});
