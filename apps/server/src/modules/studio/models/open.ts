import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { type ConnectionRow, findConnectionRow } from './repository.ts';

/**
 * A connection of the organization. It belongs to all of it: a permission holds for every connection or for none.
 * @throws auth.forbidden, resource.not_found
 */
export async function openConnection<const P extends string>(
  ctx: Ctx,
  { connectionId }: { connectionId: string },
  permission: P,
): Promise<Authorized<ConnectionRow, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(connectionId)
    ? await findConnectionRow(ctx.tx, ctx.organizationId, connectionId)
    : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}
