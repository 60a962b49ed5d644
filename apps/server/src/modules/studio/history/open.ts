import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { isAuthor, markerOf, maySee } from './policy.ts';
import { findJudgement, type JudgementRow } from './repository/judgements.ts';
import { type FolderRow, findFolder, findQuery, type QueryRow } from './repository/marks.ts';

/** What one person put on runs of this organization. */
export interface Shelf {
  organizationId: string;
  userId: string;
}

function shelfOf(ctx: Ctx, permission: string): Shelf {
  requirePermission(ctx.actor, permission);
  const userId = markerOf(ctx.actor);
  if (userId === null) throw AuthError.forbidden();
  return { organizationId: ctx.organizationId, userId };
}

/** @throws auth.forbidden */
export async function openShelf<const P extends string>(
  ctx: Ctx,
  _input: unknown,
  permission: P,
): Promise<Authorized<Shelf, P>> {
  return authorize(shelfOf(ctx, permission), permission);
}

/** @throws auth.forbidden, resource.not_found */
export async function openFolder<const P extends string>(
  ctx: Ctx,
  { folderId }: { folderId: string },
  permission: P,
): Promise<Authorized<FolderRow, P>> {
  const { organizationId, userId } = shelfOf(ctx, permission);
  const row = isId(folderId) ? await findFolder(ctx.tx, organizationId, userId, folderId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}

/** @throws auth.forbidden, resource.not_found */
export async function openQuery<const P extends string>(
  ctx: Ctx,
  { queryId }: { queryId: string },
  permission: P,
): Promise<Authorized<QueryRow, P>> {
  const { organizationId, userId } = shelfOf(ctx, permission);
  const row = isId(queryId) ? await findQuery(ctx.tx, organizationId, userId, queryId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}

/** @throws auth.forbidden, resource.not_found */
export async function openJudgement<const P extends string>(
  ctx: Ctx,
  { judgementId }: { judgementId: string },
  permission: P,
): Promise<Authorized<JudgementRow, P>> {
  if (ctx.actor.grants.length === 0) requirePermission(ctx.actor, permission);
  const row = isId(judgementId) ? await findJudgement(ctx.tx, ctx.organizationId, judgementId) : undefined;
  if (!row || !maySee(ctx.actor, row, ctx.clock.now())) throw ResourceError.not_found();
  return authorize(row, permission);
}

/** The same, as its author. @throws auth.forbidden, resource.not_found */
export async function openOwnJudgement<const P extends string>(
  ctx: Ctx,
  input: { judgementId: string },
  permission: P,
): Promise<Authorized<JudgementRow, P>> {
  const row = await openJudgement(ctx, input, permission);
  if (!isAuthor(ctx.actor, row)) throw AuthError.forbidden();
  return row;
}
