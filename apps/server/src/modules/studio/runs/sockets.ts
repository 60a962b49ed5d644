import { comparisonTopic, runTopic } from '@promptvault/contract/studio/runs/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openFollowed, openRun } from './open.ts';
import { type FollowedComparison, followComparison, toFollow } from './operations/follow-comparison.ts';
import { type FollowedRun, followRun } from './operations/follow-run.ts';

const run: SocketTopic = {
  topic: runTopic,
  async open(ctx, runId): Promise<FollowedRun> {
    const opened = await openRun(ctx, { runId }, 'run.read');
    return { organizationId: ctx.organizationId, runId: opened.id };
  },
  follow: followRun,
};

const comparison: SocketTopic = {
  topic: comparisonTopic,
  async open(ctx, comparisonId): Promise<FollowedComparison> {
    return toFollow(ctx, await openFollowed(ctx, { comparisonId }, 'run.read'));
  },
  follow: followComparison,
};

export const sockets = [run, comparison];
