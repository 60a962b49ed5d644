import { FlaskConical } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

const ExperimentsTab = lazy(() =>
  import('./components/experiments-tab.tsx').then((file) => ({ default: file.ExperimentsTab })),
);

const permission = 'experiment.read';

export const experiments = defineWebModule({
  name: 'studio/experiments',
  activity: () => import('./state/activity-sentences.ts'),
  commands: [
    {
      id: 'experiments.open',
      label: () => frameText('open'),
      icon: FlaskConical,
      words: frameText('words'),
      to: '/suites/experiments',
      permission,
    },
  ],
  slots: {
    'studio.drawer': [
      {
        id: 'experiments',
        label: () => frameText('title'),
        order: 50,
        permission,
        component: ExperimentsTab,
      },
    ],
  },
});
