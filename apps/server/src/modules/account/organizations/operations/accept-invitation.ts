import { createHash } from 'node:crypto';
import { InvitationError } from '@promptvault/contract/account/organizations/errors';
import type { acceptInvitation as acceptInvitationRoute } from '@promptvault/contract/account/organizations/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Actor, NobodyActor, SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { rememberOrganization } from '../../identity/index.ts';
import { MemberJoined } from '../events.ts';
import {
  addMember,
  closeInvitation,
  findOpenInvitation,
  findOrganization,
  type MembershipRow,
  type OfferRow,
} from '../repository.ts';

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');

export const findOffer = (lobby: Lobby<Actor>, token: string): Promise<OfferRow | undefined> =>
  lobby.transaction({}, (ctx) => findOpenInvitation(ctx.tx, hashOfToken(token)));

/** What a link offers, for whoever holds it. @throws invitation.not_valid */
export async function getInvitationOffer(
  lobby: Lobby<NobodyActor | SignedInActor>,
  { token }: { token: string },
): Promise<OfferRow> {
  const offer = await findOffer(lobby, token);
  if (!offer) throw InvitationError.not_valid();
  return offer;
}

/** Joins with a token; of two who use it at once one joins. @throws invitation.not_valid, invitation.already_member */
export async function acceptWithToken(
  lobby: Lobby<Actor>,
  userId: string,
  token: string,
): Promise<MembershipRow> {
  const offer = await findOffer(lobby, token);
  if (!offer) throw InvitationError.not_valid();
  const { organizationId, roleKey } = offer;
  return lobby.transaction({ organizationId, userId }, async (ctx) => {
    const now = ctx.clock.now();
    const memberId = ctx.newId();
    const added = await addMember(ctx.tx, { organizationId, id: memberId, userId, roleKey, joinedAt: now });
    if (!added) throw InvitationError.already_member();
    const mine = await closeInvitation(ctx.tx, organizationId, offer.id, {
      acceptedAt: now,
      acceptedBy: userId,
    });
    if (!mine) throw InvitationError.not_valid();
    await rememberOrganization(ctx.tx, userId, organizationId);
    await ctx.emit(
      MemberJoined,
      { kind: 'member', id: added.id },
      { memberId: added.id, userId, role: roleKey },
    );
    const organization = await findOrganization(ctx.tx, organizationId);
    return {
      organizationId,
      name: organization?.name ?? offer.organizationName,
      slug: organization?.slug ?? '',
      kind: organization?.kind ?? 'team',
      roleKey,
    };
  });
}

/** Joins the organization a link offers. */
export const acceptInvitation = (
  lobby: Lobby<SignedInActor>,
  { token }: RouteInput<typeof acceptInvitationRoute>,
): Promise<MembershipRow> => acceptWithToken(lobby, lobby.actor.userId, token);
