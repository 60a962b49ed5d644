import type { PersonActor } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { anyReaderRoles, approverRoles, may, readerRoles } from '../policy.ts';
import { type MemberWithRole, membersWithRoles } from '../repository/members.ts';

const seeded = {
  'prompt.read': readerRoles,
  'prompt.read-any': anyReaderRoles,
  'label.approve': approverRoles,
} as const;

type Known = keyof typeof seeded;

const has = (member: MemberWithRole, permission: Known): boolean =>
  member.isSeeded
    ? (seeded[permission] as readonly string[]).includes(member.role)
    : member.permissions.includes(permission);

/** More are never told at once. */
const mostApprovers = 200;

/** Members whose role lets them approve moves of protected labels. */
export async function labelApprovers(ctx: Ctx): Promise<string[]> {
  const members = await membersWithRoles(ctx);
  return members
    .filter((member) => has(member, 'label.approve'))
    .slice(0, mostApprovers)
    .map(({ userId }) => userId);
}

/** Members who see the prompt, with their roles; guests, who see it by a grant, are not among them. */
export async function readersOf(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
): Promise<{ userId: string; role: string }[]> {
  const now = ctx.clock.now();
  const actorOf = (member: MemberWithRole): PersonActor => ({
    kind: 'person',
    userId: member.userId,
    sessionId: '',
    memberId: '',
    organizationId: ctx.organizationId,
    role: member.role,
    permissions: new Set((Object.keys(seeded) as Known[]).filter((permission) => has(member, permission))),
    grants: [],
  });
  const members = await membersWithRoles(ctx);
  return members
    .filter((member) => may(actorOf(member), prompt, 'prompt.read', now))
    .map(({ userId, role }) => ({ userId, role }));
}
