/** What an invitation of a guest leads to, and accepting it. */
import { InvitationError } from '@promptvault/contract/account/organizations/errors';
import type { Actor, LinkActor } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import type { SubjectFacts } from '../../../../foundation/module/subjects.ts';
import { GuestJoined } from '../events.ts';
import {
  closeInvitation,
  endGuestRows,
  findInvitedTo,
  findMembership,
  findOrganization,
  letGuestsIn,
  type MembershipRow,
  type OfferRow,
} from '../repository.ts';
import { tellMembership } from './change-member.ts';
import { grantsOf } from './enter.ts';
import { guestPayload } from './guests.ts';

/** The things of an invitation that are there, as whoever accepts it will see them. */
export function lookAtInvited(
  lobby: Lobby<Actor>,
  { organizationId, id }: OfferRow,
): Promise<SubjectFacts[]> {
  return lobby.transaction({ organizationId }, async (ctx) => {
    const rows = await findInvitedTo(ctx.tx, organizationId, id, ctx.clock.now());
    const actor: LinkActor = {
      kind: 'link',
      linkId: id,
      visitor: null,
      organizationId,
      permissions: new Set(),
      grants: grantsOf(ctx.ports, rows),
    };
    const found: SubjectFacts[] = [];
    for (const { subjectKind, subjectId } of rows) {
      const facts = await ctx.ports.subjects.find({ ...ctx, actor }, { kind: subjectKind, id: subjectId });
      if (facts) found.push(facts);
    }
    return found;
  });
}

/** Lets one person see what they are invited to. @throws invitation.not_valid, invitation.already_member */
export function joinAsGuest(lobby: Lobby<Actor>, userId: string, offer: OfferRow): Promise<MembershipRow> {
  const { organizationId } = offer;
  return lobby.transaction({ organizationId, userId }, async (ctx) => {
    const now = ctx.clock.now();
    if (await findMembership(ctx.tx, organizationId, userId)) throw InvitationError.already_member();
    const accepted = { acceptedAt: now, acceptedBy: userId };
    if (!(await closeInvitation(ctx.tx, organizationId, offer.id, accepted)))
      throw InvitationError.not_valid();
    const rows = await findInvitedTo(ctx.tx, organizationId, offer.id, now);
    if (rows.length === 0) throw InvitationError.not_valid();
    const ids = rows.map(({ id }) => id);
    // A newer invitation to a thing takes the place of an older one.
    const subjectIds = rows.map(({ subjectId }) => subjectId);
    await endGuestRows(ctx.tx, organizationId, { userId, subjectIds, except: ids }, now);
    await letGuestsIn(ctx.tx, organizationId, ids, userId, now);
    for (const row of rows)
      await ctx.emit(GuestJoined, { kind: row.subjectKind, id: row.subjectId }, guestPayload(row));
    tellMembership(ctx, userId);
    return membershipOf(ctx, offer);
  });
}

export async function membershipOf(
  ctx: Ctx<Actor>,
  { organizationId, organizationName, roleKey }: OfferRow,
): Promise<MembershipRow> {
  const organization = await findOrganization(ctx.tx, organizationId);
  return {
    organizationId,
    name: organization?.name ?? organizationName,
    slug: organization?.slug ?? '',
    kind: organization?.kind ?? 'team',
    roleKey,
  };
}
