import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { may } from './policy.ts';
import { type ConnectionRow, findConnectionRow } from './repository.ts';

/** The models of the actor's organization: for listing them and adding to them. */
export interface OrganizationModels {
  organizationId: string;
}

export async function openModels<const P extends string>(
  ctx: Ctx,
  _input: unknown,
  permission: P,
): Promise<Authorized<OrganizationModels, P>> {
  if (!may(ctx.actor, permission)) throw AuthError.forbidden();
  return authorize({ organizationId: ctx.organizationId }, permission);
}

/** @throws auth.forbidden, resource.not_found */
export async function openConnection<const P extends string>(
  ctx: Ctx,
  { connectionId }: { connectionId: string },
  permission: P,
): Promise<Authorized<ConnectionRow, P>> {
  if (!may(ctx.actor, permission)) throw AuthError.forbidden();
  const row = isId(connectionId)
    ? await findConnectionRow(ctx.tx, ctx.organizationId, connectionId)
    : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}
