import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { requirePermission } from './policy.ts';
import {
  findInvitation,
  findMember,
  findOrganization,
  type InvitationRow,
  type MemberRow,
  type OrganizationRow,
} from './repository.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An organization by its id alone. */
export interface OrganizationHere {
  id: string;
}

/**
 * The organization of the call, for creating and listing what it has. Nothing is asked for: whoever has entered it
 * has shown that it is there.
 */
export async function openOrganization<const P extends string>(
  ctx: Ctx,
  _input: unknown,
  permission: P,
): Promise<Authorized<OrganizationHere, P>> {
  requirePermission(ctx.actor, permission);
  return authorize({ id: ctx.organizationId }, permission);
}

/** The organization of the call with what it says of itself. */
export async function openWholeOrganization<const P extends string>(
  ctx: Ctx,
  _input: unknown,
  permission: P,
): Promise<Authorized<OrganizationRow, P>> {
  requirePermission(ctx.actor, permission);
  const row = await findOrganization(ctx.tx, ctx.organizationId);
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}

export async function openMember<const P extends string>(
  ctx: Ctx,
  { memberId }: { memberId: string },
  permission: P,
): Promise<Authorized<MemberRow, P>> {
  const row = uuid.test(memberId) ? await findMember(ctx.tx, ctx.organizationId, memberId) : undefined;
  if (!row) throw ResourceError.not_found();
  requirePermission(ctx.actor, permission);
  return authorize(row, permission);
}

export async function openInvitation<const P extends string>(
  ctx: Ctx,
  { invitationId }: { invitationId: string },
  permission: P,
): Promise<Authorized<InvitationRow, P>> {
  const row = uuid.test(invitationId)
    ? await findInvitation(ctx.tx, ctx.organizationId, invitationId)
    : undefined;
  if (!row) throw ResourceError.not_found();
  requirePermission(ctx.actor, permission);
  return authorize(row, permission);
}
