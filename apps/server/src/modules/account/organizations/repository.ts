import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { profile } from '../identity/schema.ts';
import { guest, invitation, member, organization, role } from './schema.ts';

export type OrganizationRow = typeof organization.$inferSelect;
export type MemberRow = typeof member.$inferSelect;
export type InvitationRow = typeof invitation.$inferSelect;
export type GuestRow = typeof guest.$inferSelect;
export type RoleRow = typeof role.$inferSelect;

export interface MembershipRow {
  organizationId: string;
  name: string;
  slug: string;
  kind: 'personal' | 'team';
  roleKey: string;
}

interface Position {
  at: Date;
  id: string;
}

export async function myMemberships(tx: Tx): Promise<MembershipRow[]> {
  const rows = await tx.execute(
    sql`select organization_id as "organizationId", name, slug, kind, role_key as "roleKey" from my_memberships()`,
    'objects',
  );
  return rows as unknown as MembershipRow[];
}

export async function myHomeOrganization(tx: Tx): Promise<string | undefined> {
  const rows = await tx.execute(sql`select my_home_organization() as id`, 'objects');
  return (rows[0] as { id: string | null } | undefined)?.id ?? undefined;
}

export interface OfferRow {
  organizationId: string;
  id: string;
  organizationName: string;
  roleKey: string;
  expiresAt: Date;
  invitedBy: string;
}

export async function findOpenInvitation(tx: Tx, tokenHash: string): Promise<OfferRow | undefined> {
  const rows = await tx.execute(
    sql`select organization_id as "organizationId", id, organization_name as "organizationName", role_key as "roleKey", expires_at as "expiresAt", invited_by as "invitedBy" from open_invitation(${tokenHash})`,
    'objects',
  );
  const row = rows[0] as unknown as (Omit<OfferRow, 'expiresAt'> & { expiresAt: string }) | undefined;
  return row && { ...row, expiresAt: new Date(row.expiresAt) };
}

export async function insertOrganization(tx: Tx, row: typeof organization.$inferInsert): Promise<void> {
  await tx.insert(organization).values(row);
}

export async function insertRoles(tx: Tx, rows: (typeof role.$inferInsert)[]): Promise<void> {
  await tx.insert(role).values(rows);
}

export async function findOrganization(tx: Tx, id: string): Promise<OrganizationRow | undefined> {
  const [row] = await tx.select().from(organization).where(eq(organization.id, id));
  return row;
}

export async function updateOrganizationName(tx: Tx, id: string, expected: number, name: string) {
  const [row] = await tx
    .update(organization)
    .set({ name, revision: sql`${organization.revision} + 1` })
    .where(and(eq(organization.id, id), eq(organization.revision, expected)))
    .returning();
  return row;
}

/** The living membership of a person with its role, in one query: asked at the start of every request. */
export async function findMembership(tx: Tx, organizationId: string, userId: string) {
  const [row] = await tx
    .select({
      memberId: member.id,
      roleKey: member.roleKey,
      fixed: role.fixed,
      permissions: role.permissions,
    })
    .from(member)
    .innerJoin(role, and(eq(role.organizationId, member.organizationId), eq(role.key, member.roleKey)))
    .where(
      and(eq(member.organizationId, organizationId), eq(member.userId, userId), isNull(member.removedAt)),
    )
    .prepare()
    .execute();
  return row;
}

/** Adds a member, or brings back one who was removed; undefined when the person is a member already. */
export async function addMember(tx: Tx, row: typeof member.$inferInsert): Promise<MemberRow | undefined> {
  const [added] = await tx
    .insert(member)
    .values(row)
    .onConflictDoUpdate({
      target: [member.organizationId, member.userId],
      set: {
        roleKey: row.roleKey,
        joinedAt: row.joinedAt,
        removedAt: null,
        revision: sql`${member.revision} + 1`,
      },
      setWhere: sql`${member.removedAt} is not null`,
    })
    .returning();
  return added;
}

export async function findMember(tx: Tx, organizationId: string, id: string): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select()
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.id, id), isNull(member.removedAt)));
  return row;
}

/** Locks the owners' rows, so that two of them cannot leave at once. */
export async function countOwners(tx: Tx, organizationId: string): Promise<number> {
  const rows = await tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(eq(member.organizationId, organizationId), eq(member.roleKey, 'owner'), isNull(member.removedAt)),
    )
    .for('update');
  return rows.length;
}

export async function updateMemberRow(
  tx: Tx,
  organizationId: string,
  id: string,
  expected: number,
  set: Partial<Pick<MemberRow, 'roleKey' | 'removedAt'>>,
): Promise<MemberRow | undefined> {
  const [row] = await tx
    .update(member)
    .set({ ...set, revision: sql`${member.revision} + 1` })
    .where(and(eq(member.organizationId, organizationId), eq(member.id, id), eq(member.revision, expected)))
    .returning();
  return row;
}

export async function listMemberRows(tx: Tx, organizationId: string, after: Position | null, limit: number) {
  return tx
    .select()
    .from(member)
    .where(
      and(
        eq(member.organizationId, organizationId),
        isNull(member.removedAt),
        after
          ? sql`(${member.joinedAt}, ${member.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(member.joinedAt), asc(member.id))
    .limit(limit);
}

export async function namesOf(tx: Tx, userIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (userIds.length === 0) return [];
  return tx
    .select({ id: profile.userId, name: profile.name })
    .from(profile)
    .where(sql`${profile.userId} = any(${sql.param([...userIds])}::uuid[])`)
    .prepare()
    .execute();
}

export async function insertInvitation(tx: Tx, row: typeof invitation.$inferInsert): Promise<InvitationRow> {
  const [inserted] = await tx.insert(invitation).values(row).returning();
  return inserted as InvitationRow;
}

export async function listInvitationRows(
  tx: Tx,
  organizationId: string,
  before: Position | null,
  limit: number,
) {
  return tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        ne(invitation.roleKey, 'guest'),
        before
          ? or(
              lt(invitation.createdAt, before.at),
              and(eq(invitation.createdAt, before.at), sql`${invitation.id} < ${before.id}::uuid`),
            )
          : undefined,
      ),
    )
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .limit(limit);
}

export async function findInvitation(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.id, id),
        ne(invitation.roleKey, 'guest'),
      ),
    );
  return row;
}

/** Marks an open invitation; false when somebody was faster. */
export async function closeInvitation(
  tx: Tx,
  organizationId: string,
  id: string,
  set: { acceptedAt: Date; acceptedBy: string } | { revokedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(invitation)
    .set(set)
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.id, id),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
      ),
    )
    .returning({ id: invitation.id });
  return rows.length === 1;
}

export async function countMembers(tx: Tx, organizationId: string): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), isNull(member.removedAt)));
  return row?.total ?? 0;
}

const inPlace = (organizationId: string) =>
  and(eq(guest.organizationId, organizationId), isNull(guest.removedAt));
const notOver = (now: Date) => or(isNull(guest.expiresAt), gt(guest.expiresAt, now));

export async function insertGuests(tx: Tx, rows: (typeof guest.$inferInsert)[]): Promise<GuestRow[]> {
  return tx.insert(guest).values(rows).returning();
}

/** What a person sees here as a guest at this moment. */
export async function findGrants(
  tx: Tx,
  organizationId: string,
  userId: string,
  now: Date,
): Promise<GuestRow[]> {
  return tx
    .select()
    .from(guest)
    .where(and(inPlace(organizationId), eq(guest.userId, userId), notOver(now)));
}

/** The things an open invitation leads to. */
export async function findInvitedTo(
  tx: Tx,
  organizationId: string,
  invitationId: string,
  now: Date,
): Promise<GuestRow[]> {
  return tx
    .select()
    .from(guest)
    .where(and(inPlace(organizationId), eq(guest.invitationId, invitationId), notOver(now)))
    .orderBy(asc(guest.id));
}

/** Guests who see these things, and open invitations to them: made after `invitedSince`. */
export async function countGuestsOf(
  tx: Tx,
  organizationId: string,
  subjectIds: readonly string[],
  { now, invitedSince }: { now: Date; invitedSince: Date },
): Promise<Map<string, number>> {
  const isOpen = or(isNotNull(guest.userId), gt(guest.createdAt, invitedSince));
  const rows = await tx
    .select({ id: guest.subjectId, total: count() })
    .from(guest)
    .where(and(inPlace(organizationId), notOver(now), isOpen, inArray(guest.subjectId, [...subjectIds])))
    .groupBy(guest.subjectId);
  return new Map(rows.map(({ id, total }) => [id, total]));
}

export async function letGuestsIn(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  userId: string,
  at: Date,
): Promise<void> {
  await tx
    .update(guest)
    .set({ userId, joinedAt: at })
    .where(and(inPlace(organizationId), inArray(guest.id, [...ids])));
}

export interface EndedGuests {
  ids?: readonly string[];
  /** Whoever these are for, on these things or on all. */
  userId?: string;
  subjectIds?: readonly string[];
  /** Invitations to this address that nobody accepted. */
  invitedAt?: string;
  except?: readonly string[];
}

/** Ends guests; answers those that were not ended before. */
export async function endGuestRows(
  tx: Tx,
  organizationId: string,
  { ids, userId, subjectIds, invitedAt, except }: EndedGuests,
  at: Date,
): Promise<GuestRow[]> {
  return tx
    .update(guest)
    .set({ removedAt: at })
    .where(
      and(
        inPlace(organizationId),
        ids && inArray(guest.id, [...ids]),
        userId === undefined ? undefined : eq(guest.userId, userId),
        subjectIds && inArray(guest.subjectId, [...subjectIds]),
        invitedAt === undefined ? undefined : and(eq(guest.sentTo, invitedAt), isNull(guest.userId)),
        except && notInArray(guest.id, [...except]),
      ),
    )
    .returning();
}
