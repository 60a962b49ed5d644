import { and, eq, isNull } from 'drizzle-orm';
import { member, role } from '../../../account/organizations/schema.ts';
import type { Place } from './place.ts';

export interface MemberWithRole {
  userId: string;
  role: string;
  /** A seeded role, whose permissions the modules say; others name theirs. */
  isSeeded: boolean;
  permissions: readonly string[];
}

/** The living members, in the order they joined. */
export async function membersWithRoles({ tx, organizationId }: Place): Promise<MemberWithRole[]> {
  return tx
    .select({
      userId: member.userId,
      role: member.roleKey,
      isSeeded: role.fixed,
      permissions: role.permissions,
    })
    .from(member)
    .innerJoin(role, and(eq(role.organizationId, member.organizationId), eq(role.key, member.roleKey)))
    .where(and(eq(member.organizationId, organizationId), isNull(member.removedAt)))
    .orderBy(member.joinedAt, member.userId);
}
