import { DomainError } from '@promptvault/contract/errors';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { type Guest, requirePermission } from '../../account/organizations/index.ts';
import { may } from './policy.ts';
import { findGuest, findShareLink, type ShareLinkRow } from './repository.ts';

/** @throws auth.forbidden, resource.not_found */
export async function openShareLink<const P extends string>(
  ctx: Ctx,
  { linkId }: { linkId: string },
  permission: P,
): Promise<Authorized<ShareLinkRow, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(linkId) ? await findShareLink(ctx.tx, ctx.organizationId, linkId) : undefined;
  if (!row || !may(ctx.actor, row, permission)) throw ResourceError.not_found();
  return authorize(row, permission);
}

/** Whether the actor may show this thing to others. */
export async function mayShare(ctx: Ctx, subject: { kind: string; id: string }): Promise<boolean> {
  try {
    await ctx.ports.subjects.sharing(subject.kind)?.open(ctx, subject.id);
    return true;
  } catch (error) {
    if (error instanceof DomainError && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/** A guest of what the actor may share, or whom they invited. @throws auth.forbidden, resource.not_found */
export async function openGuest<const P extends string>(
  ctx: Ctx,
  { guestId }: { guestId: string },
  permission: P,
): Promise<Authorized<Guest, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(guestId) ? await findGuest(ctx.tx, ctx.organizationId, guestId) : undefined;
  if (!row) throw ResourceError.not_found();
  const subject = { kind: row.subjectKind, id: row.subjectId };
  if (!may(ctx.actor, row, permission) && !(await mayShare(ctx, subject))) throw ResourceError.not_found();
  return authorize(row, permission);
}
