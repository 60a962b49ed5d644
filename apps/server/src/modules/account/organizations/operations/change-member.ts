import { OrganizationError } from '@promptvault/contract/account/organizations/errors';
import type { RoleKey } from '@promptvault/contract/account/organizations/shapes';
import type { Actor } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { MemberRemoved, MemberRoleChanged } from '../events.ts';
import { requireMayTouchRole } from '../policy.ts';
import { countOwners, findOrganization, type MemberRow, updateMemberRow } from '../repository.ts';

/** Bus topic: a membership changed; its message is [organization, user]. Open sockets are checked again. */
export const membershipTopic = 'membership.changed';

/** Has what this person has open here checked again, once the transaction is committed. */
export function tellMembership(ctx: Ctx<Actor>, userId: string): void {
  const { bus, log } = ctx.ports;
  const ids = [ctx.organizationId, userId];
  ctx.afterCommit(() => {
    bus
      .publish(membershipTopic, ids)
      .catch((error) => log.warn('the bus could not tell of a membership', { error }));
  });
}

async function requireAnotherOwner(ctx: Ctx, member: MemberRow): Promise<void> {
  if (member.roleKey !== 'owner') return;
  const organization = await findOrganization(ctx.tx, ctx.organizationId);
  if (organization?.kind === 'personal') throw OrganizationError.personal();
  if ((await countOwners(ctx.tx, ctx.organizationId)) < 2) throw OrganizationError.last_owner();
}

async function change(
  ctx: Ctx,
  member: MemberRow,
  revision: number,
  set: Parameters<typeof updateMemberRow>[4],
): Promise<MemberRow> {
  const row = await updateMemberRow(ctx.tx, ctx.organizationId, member.id, revision, set);
  if (!row) throw RequestError.stale({ current: member.revision });
  tellMembership(ctx, member.userId);
  return row;
}

/** Changes a role. Owners are only touched by owners, and the last one stays. */
export async function updateMember(
  ctx: Ctx,
  member: Authorized<MemberRow, 'member.manage'>,
  { role, revision }: { role: RoleKey; revision: number },
): Promise<MemberRow> {
  requireMayTouchRole(ctx.actor, role, member.roleKey);
  if (role !== 'owner') await requireAnotherOwner(ctx, member);
  const row = await change(ctx, member, revision, { roleKey: role });
  await ctx.emit(
    MemberRoleChanged,
    { kind: 'member', id: member.id },
    { memberId: member.id, userId: member.userId, role },
  );
  return row;
}

/** Removes a member; their rows stay, their open connections end. */
export async function removeMember(
  ctx: Ctx,
  member: Authorized<MemberRow, 'member.manage'>,
  { revision }: { revision: number },
): Promise<void> {
  requireMayTouchRole(ctx.actor, member.roleKey);
  await requireAnotherOwner(ctx, member);
  await change(ctx, member, revision, { removedAt: ctx.clock.now() });
  await ctx.emit(
    MemberRemoved,
    { kind: 'member', id: member.id },
    { memberId: member.id, userId: member.userId, role: member.roleKey },
  );
}
