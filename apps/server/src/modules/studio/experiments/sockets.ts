import { experimentsTopic, experimentTopic } from '@promptvault/contract/studio/experiments/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openExperiment } from './open.ts';
import { type FollowedExperiments, followExperiments } from './operations/tell-followers.ts';

const all: SocketTopic = {
  topic: experimentsTopic,
  async open(ctx): Promise<FollowedExperiments> {
    const { id } = await openOrganization(ctx, {}, 'experiment.read');
    return { organizationId: id, experimentId: null };
  },
  follow: followExperiments,
};

/** `experiment:<id>` */
const one: SocketTopic = {
  topic: experimentTopic,
  async open(ctx, experimentId): Promise<FollowedExperiments> {
    const { row } = await openExperiment(ctx, { experimentId }, 'experiment.read');
    return { organizationId: ctx.organizationId, experimentId: row.id };
  },
  follow: followExperiments,
};

export const sockets = [all, one];
