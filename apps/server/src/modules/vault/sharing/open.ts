import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { may } from './policy.ts';
import { findShareLink, type ShareLinkRow } from './repository.ts';

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
