import type {
  CreatedInvitation,
  Invitation,
  InvitationOffer,
  Member,
  Membership,
  Organization,
  RoleKey,
  Standing,
} from '@promptvault/contract/account/organizations/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import type { Offer } from './operations/accept-invitation.ts';
import type { NewInvitation } from './operations/create-invitation.ts';
import { deletedPerson, namePeople } from './operations/name-people.ts';
import type { InvitationRow, MemberRow, MembershipRow, OrganizationRow } from './repository.ts';

export const toMembership = (row: MembershipRow): Membership => ({
  organizationId: row.organizationId,
  name: row.name,
  slug: row.slug,
  kind: row.kind,
  role: row.roleKey as Standing,
});

const standingOf = (actor: Ctx['actor']): Standing =>
  actor.kind === 'person' ? (actor.role as Standing) : actor.kind === 'guest' ? 'guest' : 'viewer';

/** Of a guest also what is granted on some thing: pages ask for it before they know of which. */
export const toOrganization = (row: OrganizationRow, { actor }: Ctx): Organization => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  kind: row.kind,
  role: standingOf(actor),
  permissions: [
    ...new Set([...actor.permissions, ...actor.grants.flatMap(({ permissions }) => permissions)]),
  ].sort(),
  createdAt: row.createdAt.toISOString(),
  revision: row.revision,
});

export async function toMember(row: MemberRow, ctx: Ctx): Promise<Member> {
  return (await toMembers([row], ctx))[0] as Member;
}

export async function toMembers(rows: MemberRow[], ctx: Ctx): Promise<Member[]> {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.userId),
  );
  return rows.map((row) => ({
    id: row.id,
    person: people.get(row.userId) ?? deletedPerson(row.userId),
    role: row.roleKey as RoleKey,
    joinedAt: row.joinedAt.toISOString(),
    revision: row.revision,
  }));
}

function stateOf(row: InvitationRow, now: Date): Invitation['state'] {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'open';
}

export async function toInvitations(rows: InvitationRow[], ctx: Ctx): Promise<Invitation[]> {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.createdBy),
  );
  return rows.map((row) => ({
    id: row.id,
    role: row.roleKey as RoleKey,
    note: row.note,
    createdBy: people.get(row.createdBy) ?? deletedPerson(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: stateOf(row, ctx.clock.now()),
  }));
}

export async function toCreatedInvitation(
  { row, token }: NewInvitation,
  ctx: Ctx,
): Promise<CreatedInvitation> {
  const [shown] = await toInvitations([row], ctx);
  return { ...(shown as Invitation), link: `${ctx.ports.publicUrl}/join/${token}` };
}

export const toOffer = ({ row, titles, address }: Offer): InvitationOffer => ({
  organizationName: row.organizationName,
  role: row.roleKey as Standing,
  expiresAt: row.expiresAt.toISOString(),
  invitedBy: row.invitedBy,
  titles,
  address,
});
