import * as z from 'zod';
import { defineJob, defineModule } from '../../../foundation/module/define-module.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { events } from './events.ts';
import { listeners } from './listeners.ts';
import { openJudgement, openOwnJudgement } from './open.ts';
import { sampleJudgement } from './operations/sample-judgement.ts';
import { sampleFolder, sampleQuery } from './operations/sample-shelf.ts';
import { showJudgement } from './operations/show-judgement.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'studio/history',
  tables,
  routes,
  listeners,
  events,
  permissions: {
    'run.retain': { summary: 'Set how long runs are kept', roles: ['owner', 'admin'] },
  },
  jobs: {
    'history.forget': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '17 4 * * *',
      handler: async () => (await import('./operations/keep-runs.ts')).forgetRuns,
    }),
    'history.take_up': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '*/10 * * * *',
      handler: async () => (await import('./operations/take-up-runs.ts')).takeUpLeftRuns,
    }),
  },
  subjects: [
    {
      kind: 'judgement',
      async open(ctx, judgementId) {
        const { id, title } = await openJudgement(ctx, { judgementId }, 'run.read');
        return { title, address: `/runs/compare?judgement=${id}` };
      },
      sharing: {
        async open(ctx, judgementId) {
          requirePermission(ctx.actor, 'run.create');
          return openOwnJudgement(ctx, { judgementId }, 'run.read');
        },
        permissions: ['run.read'],
        show: showJudgement,
      },
      sample: sampleJudgement,
    },
    { kind: 'other_run', sample: (ctx) => ctx.ports.subjects.sample(ctx, 'run') },
    { kind: 'run_folder', sample: sampleFolder },
    { kind: 'run_query', sample: sampleQuery },
  ],
});
