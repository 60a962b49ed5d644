import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { member, role } from '../../../account/organizations/schema.ts';
import type { Place } from './place.ts';

const most = 200;

/** Members whose role has the permission: one of the seeded roles that do, or one that names it. */
export async function membersWith(
  { tx, organizationId }: Place,
  permission: string,
  seeded: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ userId: member.userId })
    .from(member)
    .innerJoin(role, and(eq(role.organizationId, member.organizationId), eq(role.key, member.roleKey)))
    .where(
      and(
        eq(member.organizationId, organizationId),
        isNull(member.removedAt),
        or(
          and(eq(role.fixed, true), inArray(role.key, [...seeded])),
          and(eq(role.fixed, false), sql`${role.permissions} @> ${JSON.stringify([permission])}::jsonb`),
        ),
      ),
    )
    .orderBy(member.joinedAt, member.userId)
    .limit(most);
  return rows.map(({ userId }) => userId);
}
