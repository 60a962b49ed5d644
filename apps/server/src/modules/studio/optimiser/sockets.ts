import { optimisationsTopic, optimisationTopic } from '@promptvault/contract/studio/optimiser/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openOptimisation } from './open.ts';
import { type FollowedOptimisations, followOptimisations } from './operations/tell-followers.ts';

const all: SocketTopic = {
  topic: optimisationsTopic,
  async open(ctx): Promise<FollowedOptimisations> {
    const { id } = await openOrganization(ctx, {}, 'suite.read');
    return { organizationId: id, optimisationId: null };
  },
  follow: followOptimisations,
};

/** `optimisation:<id>` */
const one: SocketTopic = {
  topic: optimisationTopic,
  async open(ctx, optimisationId): Promise<FollowedOptimisations> {
    const { row } = await openOptimisation(ctx, { optimisationId }, 'suite.read');
    return { organizationId: ctx.organizationId, optimisationId: row.id };
  },
  follow: followOptimisations,
};

export const sockets = [all, one];
