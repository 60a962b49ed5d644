import * as z from 'zod';
import { defineJob, defineModule } from '../../../foundation/module/define-module.ts';
import { listeners } from './listeners.ts';
import { sampleFolder, sampleQuery } from './operations/sample-shelf.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'studio/history',
  tables,
  routes,
  listeners,
  jobs: {
    'history.take_up': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '*/10 * * * *',
      handler: async () => (await import('./operations/take-up-runs.ts')).takeUpLeftRuns,
    }),
  },
  subjects: [
    { kind: 'run_folder', sample: sampleFolder },
    { kind: 'run_query', sample: sampleQuery },
  ],
});
