import { Wand2 } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const optimiser = defineWebModule({
  name: 'studio/optimiser',
  activity: () => import('./state/activity-sentences.ts'),
  commands: [
    {
      id: 'optimiser.open',
      label: () => frameText('open'),
      icon: Wand2,
      words: frameText('words'),
      to: '/suites/optimise',
      permission: 'suite.run',
    },
  ],
});
