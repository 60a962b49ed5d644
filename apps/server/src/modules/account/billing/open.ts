import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../organizations/index.ts';
import { findLimitRow, type LimitRow } from './repository.ts';

/** @throws auth.forbidden, resource.not_found */
export async function openLimit<const P extends string>(
  ctx: Ctx,
  { limitId }: { limitId: string },
  permission: P,
): Promise<Authorized<LimitRow, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(limitId) ? await findLimitRow(ctx.tx, ctx.organizationId, limitId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}
