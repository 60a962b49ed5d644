import { defineModule } from '../../../foundation/module/define-module.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import {
  answerCacheChangedEvent,
  answerCacheClearedEvent,
  privateRunRecordedEvent,
  privateRunsChangedEvent,
  runFinishedEvent,
  runRatedEvent,
  runStartedEvent,
} from './events.ts';
import { openComparison, openRun } from './open.ts';
import { startSweeping, stopSweeping } from './operations/keep-sweeping.ts';
import { refusePrivate } from './operations/refuse-private.ts';
import { engineOf } from './operations/run-engine.ts';
import { sampleComparison, sampleRun } from './operations/sample-runs.ts';
import { showComparison, showRun } from './operations/show-runs.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

export const module = defineModule({
  name: 'studio/runs',
  tables,
  permissions: {
    'run.read': { summary: 'See own runs', roles: ['owner', 'admin', 'editor', 'viewer'] },
    'run.read-any': { summary: 'See the runs of everybody', roles: ['owner', 'admin'] },
    'run.create': { summary: 'Run prompts', roles: ['owner', 'admin', 'editor'] },
    'run.privacy': { summary: 'Allow or forbid private runs', roles: ['owner', 'admin'] },
    'run.cache': { summary: 'Have answers served again from a cache', roles: ['owner', 'admin'] },
  },
  meters: ['run', 'private_run'],
  routes,
  sockets,
  events: [
    runStartedEvent,
    runFinishedEvent,
    runRatedEvent,
    answerCacheChangedEvent,
    answerCacheClearedEvent,
    privateRunRecordedEvent,
    privateRunsChangedEvent,
  ],
  subjects: [
    {
      kind: 'run',
      async open(ctx, runId) {
        const run = await openRun(ctx, { runId }, 'run.read');
        return { title: `${run.promptTitle ?? 'Run'} · ${run.model}`, address: `/runs/${run.id}` };
      },
      sharing: {
        async open(ctx, runId) {
          requirePermission(ctx.actor, 'run.create');
          return refusePrivate(await openRun(ctx, { runId }, 'run.read'));
        },
        permissions: ['run.read'],
        show: showRun,
      },
      sample: sampleRun,
    },
    {
      kind: 'comparison',
      async open(ctx, comparisonId) {
        const { comparison, runs } = await openComparison(ctx, { comparisonId }, 'run.read');
        const first = runs[0];
        return {
          title: comparison.promptTitle ?? 'Comparison',
          // A comparison has no page of its own; its first run shows it.
          address: `/runs/${first?.id}`,
        };
      },
      sharing: {
        async open(ctx, comparisonId) {
          requirePermission(ctx.actor, 'run.create');
          const opened = await openComparison(ctx, { comparisonId }, 'run.read');
          opened.runs.forEach(refusePrivate);
          return opened;
        },
        permissions: ['run.read'],
        show: showComparison,
      },
      sample: sampleComparison,
    },
  ],
  start: startSweeping,
  async stop(services) {
    stopSweeping(services);
    await engineOf(services.ports).shutDown();
  },
});
