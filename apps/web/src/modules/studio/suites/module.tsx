import { defineWebModule } from '../../../shell/web-module.ts';

export const suites = defineWebModule({
  name: 'studio/suites',
  activity: () => import('./state/activity-sentences.ts'),
});
