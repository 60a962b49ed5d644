import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { listeners } from './listeners.ts';
import { notices } from './notices.ts';
import { openExperiment } from './open.ts';
import { startTending, stopTending } from './operations/keep-tending.ts';
import { sampleExperiment } from './operations/sample-experiment.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

const writers = ['owner', 'admin', 'editor'] as const;

export const module = defineModule({
  name: 'studio/experiments',
  tables,
  permissions: {
    'experiment.read': {
      summary: 'See experiments and what came of them',
      roles: ['owner', 'admin', 'editor', 'viewer'],
    },
    'experiment.write': { summary: 'Plan and change experiments', roles: writers },
    'experiment.report': { summary: 'Report outcomes of experiments', roles: writers },
  },
  routes,
  events,
  listeners,
  notices,
  sockets,
  subjects: [
    {
      kind: 'experiment',
      async open(ctx, experimentId) {
        const { row } = await openExperiment(ctx, { experimentId }, 'experiment.read');
        return { title: row.name, address: `/suites/experiments/${row.id}`, promptId: row.promptId };
      },
      sample: sampleExperiment,
    },
  ],
  start: startTending,
  stop: stopTending,
});
