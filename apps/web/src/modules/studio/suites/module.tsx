import { ListChecks } from 'lucide-react';
import { lazy } from 'react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

const MakeCaseButton = lazy(() =>
  import('./components/make-case-button.tsx').then((file) => ({ default: file.MakeCaseButton })),
);

const MakeCaseIcon = lazy(() =>
  import('./components/make-case-button.tsx').then((file) => ({ default: file.MakeCaseIcon })),
);

const permission = 'suite.read';

export const suites = defineWebModule({
  name: 'studio/suites',
  activity: () => import('./state/activity-sentences.ts'),
  navigation: [
    {
      label: () => frameText('title'),
      to: '/suites',
      icon: ListChecks,
      group: 'main',
      order: 45,
      permission,
    },
  ],
  commands: [
    {
      id: 'suites.open',
      label: () => frameText('open'),
      icon: ListChecks,
      words: frameText('words'),
      to: '/suites',
      permission,
    },
  ],
  slots: {
    'run.actions': [
      { id: 'suites.make-case', order: 30, permission: 'case.write', component: MakeCaseButton },
    ],
    'history.selection': [
      { id: 'suites.make-case', order: 30, permission: 'case.write', component: MakeCaseButton },
    ],
    'answer.actions': [
      { id: 'suites.make-case', order: 30, permission: 'case.write', component: MakeCaseIcon },
    ],
  },
});
