import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { may } from './policy.ts';
import { findSecretRow, type SecretRow } from './repository.ts';

/** All secrets of the actor's organization: for listing them and adding to them. */
export interface OrganizationSecrets {
  organizationId: string;
}

/** @throws auth.forbidden */
export async function openSecrets<const P extends string>(
  ctx: Ctx,
  _input: unknown,
  permission: P,
): Promise<Authorized<OrganizationSecrets, P>> {
  if (!may(ctx.actor, permission)) throw AuthError.forbidden();
  return authorize({ organizationId: ctx.organizationId }, permission);
}

/** @throws auth.forbidden, resource.not_found */
export async function openSecret<const P extends string>(
  ctx: Ctx,
  { secretId }: { secretId: string },
  permission: P,
): Promise<Authorized<SecretRow, P>> {
  if (!may(ctx.actor, permission)) throw AuthError.forbidden();
  const row = isId(secretId) ? await findSecretRow(ctx.tx, ctx.organizationId, secretId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}
