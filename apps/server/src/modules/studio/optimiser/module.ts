import { startWork, stopWork } from '../../../foundation/jobs/long-work.ts';
import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { listeners } from './listeners.ts';
import { notices } from './notices.ts';
import { openOptimisation } from './open.ts';
import { optimiserWork } from './operations/optimiser-work.ts';
import { sampleCandidate, sampleOptimisation } from './operations/sample-optimisation.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

export const module = defineModule({
  name: 'studio/optimiser',
  tables,
  routes,
  events,
  listeners,
  notices,
  sockets,
  subjects: [
    {
      kind: 'optimisation',
      async open(ctx, optimisationId) {
        const { row, promptTitle } = await openOptimisation(ctx, { optimisationId }, 'suite.read');
        return { title: promptTitle, address: `/suites/optimisations/${row.id}`, promptId: row.promptId };
      },
      sample: sampleOptimisation,
    },
    { kind: 'optimisation_candidate', sample: sampleCandidate },
  ],
  start: (services) => startWork(services, optimiserWork),
  stop: (services) => stopWork(services, optimiserWork),
});
