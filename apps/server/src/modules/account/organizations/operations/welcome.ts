import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import type { Capabilities } from '../../../../foundation/http/capabilities.ts';
import { type MembershipRow, myMemberships } from '../repository.ts';
import { acceptWithToken, findOffer } from './accept-invitation.ts';
import { foundOrganization } from './found-organization.ts';

/** Whose personal organization it is: one may be a guest in that of somebody else. */
export const isOwn = ({ kind, roleKey }: MembershipRow): boolean =>
  kind === 'personal' && roleKey !== 'guest';

/**
 * At each sign-up and sign-in: makes the personal organization if it is missing (also after a sign-up that
 * died half-way), and accepts the invitation the person came with.
 */
export const welcome: Capabilities['welcome'] = async (lobby, { userId, name, invitation }) => {
  // First, so that an invitation which somebody else used meanwhile leaves nothing behind.
  if (invitation) await acceptWithToken(lobby, userId, invitation);
  const memberships = await lobby.transaction({ userId }, (ctx) => myMemberships(ctx.tx));
  if (!memberships.some(isOwn)) {
    try {
      await lobby.transaction({ organizationId: lobby.ports.newId(), userId }, (ctx) =>
        foundOrganization(ctx, { name, kind: 'personal', founderId: userId }),
      );
    } catch (error) {
      // Two sign-ins at once: the other one made it.
      if (!isUniqueViolation(error, 'organization')) throw error;
    }
  }
};

export const isInvited: Capabilities['isInvited'] = async (lobby, token) =>
  (await findOffer(lobby, token)) !== undefined;
