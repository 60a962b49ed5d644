import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { maySeeImport } from './policy.ts';
import { findImport, type ImportRow } from './repository.ts';

export async function openImport<const P extends string>(
  ctx: Ctx,
  { importId }: { importId: string },
  permission: P,
): Promise<Authorized<ImportRow, P>> {
  const row = isId(importId) ? await findImport(ctx, importId) : undefined;
  if (!row || !maySeeImport(ctx.actor, row)) throw ResourceError.not_found();
  requirePermission(ctx.actor, permission);
  return authorize(row, permission);
}
