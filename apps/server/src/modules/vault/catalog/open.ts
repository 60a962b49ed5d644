import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { findTag, type TagRow } from './repository.ts';

export async function openTag<const P extends string>(
  ctx: Ctx,
  { tagId }: { tagId: string },
  permission: P,
): Promise<Authorized<TagRow, P>> {
  const row = isId(tagId) ? await findTag(ctx, tagId) : undefined;
  if (!row) throw ResourceError.not_found();
  requirePermission(ctx.actor, permission);
  return authorize(row, permission);
}
