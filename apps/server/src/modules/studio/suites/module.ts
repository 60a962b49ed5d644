import { startWork, stopWork } from '../../../foundation/jobs/long-work.ts';
import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { listeners } from './listeners.ts';
import { notices } from './notices.ts';
import { openSuite, openSuiteRun } from './open.ts';
import { sampleSuite, sampleSuiteRun } from './operations/sample-suite.ts';
import { suiteWork } from './operations/suite-work.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

export const module = defineModule({
  name: 'studio/suites',
  tables,
  permissions: {
    'suite.read': { summary: 'See suites and their reports', roles: ['owner', 'admin', 'editor', 'viewer'] },
    'suite.write': { summary: 'Make and change suites', roles: ['owner', 'admin', 'editor'] },
    'suite.run': { summary: 'Run suites', roles: ['owner', 'admin', 'editor'] },
  },
  routes,
  events,
  listeners,
  notices,
  sockets,
  subjects: [
    {
      kind: 'suite',
      async open(ctx, suiteId) {
        const { row } = await openSuite(ctx, { suiteId }, 'suite.read');
        return { title: row.name, address: `/suites/${row.id}`, promptId: row.promptId };
      },
      sample: sampleSuite,
    },
    {
      kind: 'suite_run',
      async open(ctx, suiteRunId) {
        const { run, suite } = await openSuiteRun(ctx, { suiteRunId }, 'suite.read');
        return { title: suite.name, address: `/suites/runs/${run.id}`, promptId: suite.promptId };
      },
      sample: sampleSuiteRun,
    },
  ],
  start: (services) => startWork(services, suiteWork),
  stop: (services) => stopWork(services, suiteWork),
});
