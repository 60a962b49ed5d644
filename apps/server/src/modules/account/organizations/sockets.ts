import { membershipLiveTopic } from '@promptvault/contract/account/organizations/topics';
import { personOf } from '../../../foundation/context/actor.ts';
import { AuthError } from '../../../foundation/errors/foundation-errors.ts';
import type { FollowedTopic } from '../../../foundation/module/define-module.ts';
import { openOrganization } from './open.ts';
import { type FollowedMembership, followMembership } from './operations/follow-membership.ts';

/** What one is here; while it is open, the tab hears when that ends. */
const membership: FollowedTopic = {
  topic: membershipLiveTopic,
  async open(ctx): Promise<FollowedMembership> {
    const { id } = await openOrganization(ctx, {}, 'organization.enter');
    const userId = personOf(ctx.actor);
    if (!userId) throw AuthError.forbidden();
    return { organizationId: id, userId };
  },
  follow: followMembership,
};

export const sockets = [membership];
