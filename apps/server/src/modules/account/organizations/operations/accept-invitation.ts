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
  endGuestRows,
  findOpenInvitation,
  type MembershipRow,
  type OfferRow,
} from '../repository.ts';
import { joinAsGuest, lookAtInvited, membershipOf } from './join-as-guest.ts';
import { hashOfToken } from './token.ts';

export const findOffer = (lobby: Lobby<Actor>, token: string): Promise<OfferRow | undefined> =>
  lobby.transaction({}, (ctx) => findOpenInvitation(ctx.tx, hashOfToken(token)));

export interface Offer {
  row: OfferRow;
  /** Of the things a guest is invited to. */
  titles: string[];
  /** Where it leads. */
  address: string;
}

/** What a link offers, for whoever holds it. @throws invitation.not_valid */
export async function getInvitationOffer(
  lobby: Lobby<NobodyActor | SignedInActor>,
  { token }: { token: string },
): Promise<Offer> {
  const row = await findOffer(lobby, token);
  if (!row) throw InvitationError.not_valid();
  if (row.roleKey !== 'guest') return { row, titles: [], address: '/' };
  const things = await lookAtInvited(lobby, row);
  const [first] = things;
  if (!first) throw InvitationError.not_valid();
  const address = things.length === 1 ? first.address : '/prompts';
  return { row, titles: things.map(({ title }) => title), address: `${address}?in=${row.organizationId}` };
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
  if (roleKey === 'guest') return joinAsGuest(lobby, userId, offer);
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
    await endGuestRows(ctx.tx, organizationId, { userId }, now);
    await rememberOrganization(ctx.tx, userId, organizationId);
    await ctx.emit(
      MemberJoined,
      { kind: 'member', id: added.id },
      { memberId: added.id, userId, role: roleKey },
    );
    return membershipOf(ctx, offer);
  });
}

/** Joins the organization a link offers. */
export const acceptInvitation = (
  lobby: Lobby<SignedInActor>,
  { token }: RouteInput<typeof acceptInvitationRoute>,
): Promise<MembershipRow> => acceptWithToken(lobby, lobby.actor.userId, token);
