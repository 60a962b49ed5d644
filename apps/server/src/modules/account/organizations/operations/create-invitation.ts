import { randomBytes } from 'node:crypto';
import { OrganizationError } from '@promptvault/contract/account/organizations/errors';
import type { createInvitation as createInvitationRoute } from '@promptvault/contract/account/organizations/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import { InvitationCreated, InvitationRevoked } from '../events.ts';
import {
  closeInvitation,
  type InvitationRow,
  insertInvitation,
  type OrganizationRow,
} from '../repository.ts';
import { hashOfToken } from './token.ts';

const lifetimeMs = 7 * 24 * 60 * 60_000;

export interface NewInvitation {
  row: InvitationRow;
  /** Stands in the link and nowhere else. */
  token: string;
}

/** Makes a link that lets one person join within 7 days. */
export async function createInvitation(
  ctx: Ctx,
  organization: Authorized<OrganizationRow, 'member.manage'>,
  { role, note }: RouteInput<typeof createInvitationRoute>,
): Promise<NewInvitation> {
  if (organization.kind === 'personal') throw OrganizationError.personal();
  const createdBy = personOf(ctx.actor);
  if (!createdBy) throw AuthError.forbidden();
  const token = randomBytes(24).toString('base64url');
  const now = ctx.clock.now();
  const row = await insertInvitation(ctx.tx, {
    organizationId: organization.id,
    id: ctx.newId(),
    roleKey: role,
    note,
    tokenHash: hashOfToken(token),
    createdBy,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  });
  await ctx.emit(InvitationCreated, { kind: 'invitation', id: row.id }, { invitationId: row.id, role });
  return { row, token };
}

/** Ends an invitation; one that is not open stays as it is. */
export async function revokeInvitation(
  ctx: Ctx,
  invitation: Authorized<InvitationRow, 'member.manage'>,
): Promise<void> {
  const revoked = await closeInvitation(ctx.tx, ctx.organizationId, invitation.id, {
    revokedAt: ctx.clock.now(),
  });
  if (revoked)
    await ctx.emit(
      InvitationRevoked,
      { kind: 'invitation', id: invitation.id },
      { invitationId: invitation.id, role: invitation.roleKey },
    );
}
