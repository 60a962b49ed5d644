import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { type Organization, openOrganization, requirePermission } from '../../account/organizations/index.ts';
import { may, sees } from './policy.ts';
import {
  type ChainRow,
  type ConnectionRow,
  type FactsRow,
  findChainRow,
  findConnectionRow,
  findFactsRow,
} from './repository.ts';

/**
 * A connection the actor sees: of the organization, or their own.
 * @throws auth.forbidden, resource.not_found
 */
export async function openConnection<const P extends string>(
  ctx: Ctx,
  { connectionId }: { connectionId: string },
  permission: P,
): Promise<Authorized<ConnectionRow, P>> {
  // Whoever could do this to no connection at all is told so before anything is looked for.
  if (!may(ctx.actor, { ownerId: null }, permission)) requireOwnPower(ctx, permission);
  const row = isId(connectionId)
    ? await findConnectionRow(ctx.tx, ctx.organizationId, connectionId)
    : undefined;
  if (!row || !sees(ctx.actor, row)) throw ResourceError.not_found();
  if (!may(ctx.actor, row, permission)) throw AuthError.forbidden();
  return authorize(row, permission);
}

/** Where a new connection goes: to the organization, or to the person, who needs less for it. */
export async function openConnections<const P extends string>(
  ctx: Ctx,
  { personal }: { personal: boolean },
  permission: P,
): Promise<Authorized<Organization, P>> {
  if (!personal) return openOrganization(ctx, {}, permission);
  requireOwnPower(ctx, permission);
  return authorize(await openOrganization(ctx, {}, 'model.use'), permission);
}

/** What an organization says of a model, opened by the connection it is said of. */
export async function openFacts<const P extends string>(
  ctx: Ctx,
  { factsId }: { factsId: string },
  permission: P,
): Promise<Authorized<FactsRow, P>> {
  if (!may(ctx.actor, { ownerId: null }, permission)) requireOwnPower(ctx, permission);
  const row = isId(factsId) ? await findFactsRow(ctx.tx, ctx.organizationId, factsId) : undefined;
  if (!row) throw ResourceError.not_found();
  await openConnection(ctx, { connectionId: row.connectionId }, permission);
  return authorize(row, permission);
}

/** A chain is everybody's: a permission holds for all of them or for none. */
export async function openChain<const P extends string>(
  ctx: Ctx,
  { chainId }: { chainId: string },
  permission: P,
): Promise<Authorized<ChainRow, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(chainId) ? await findChainRow(ctx.tx, ctx.organizationId, chainId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}

/** Managing connections of one's own takes model.use. */
function requireOwnPower({ actor }: Ctx, permission: string): void {
  requirePermission(actor, permission === 'model.manage' ? 'model.use' : permission);
}
