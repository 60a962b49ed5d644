import { GitPullRequestArrow } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

const AskButton = lazy(() =>
  import('./components/ask-button.tsx').then((file) => ({ default: file.AskButton })),
);

const WaitingBadge = lazy(() =>
  import('./components/waiting-badge.tsx').then((file) => ({ default: file.WaitingBadge })),
);
const WaitingCard = lazy(() =>
  import('./components/waiting-card.tsx').then((file) => ({ default: file.WaitingCard })),
);

const permission = 'review.read';

export const reviews = defineWebModule({
  name: 'vault/reviews',
  activity: () => import('./state/activity-sentences.ts'),
  navigation: [
    {
      label: () => frameText('title'),
      to: '/reviews',
      icon: GitPullRequestArrow,
      group: 'main',
      order: 15,
      permission,
      badge: WaitingBadge,
    },
  ],
  commands: [
    {
      id: 'reviews.open',
      label: () => frameText('openReviews'),
      icon: GitPullRequestArrow,
      words: frameText('words'),
      to: '/reviews',
      permission,
    },
    {
      id: 'reviews.waiting',
      label: () => frameText('openWaiting'),
      icon: GitPullRequestArrow,
      words: frameText('words'),
      to: '/reviews?scope=waiting',
      permission,
    },
  ],
  settingsPages: [
    {
      label: () => frameText('rule'),
      to: '/settings/reviews',
      icon: GitPullRequestArrow,
      group: 'organization',
      order: 32,
      permission: 'review.manage',
    },
  ],
  slots: {
    'home.card': [{ id: 'reviews.waiting', order: 15, permission, component: WaitingCard }],
    'studio.actions': [{ id: 'reviews.ask', order: 10, permission: 'review.create', component: AskButton }],
  },
});
