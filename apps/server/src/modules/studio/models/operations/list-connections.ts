import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OrganizationModels } from '../open.ts';
import { type ConnectionRow, listConnectionRows } from '../repository.ts';

export function listConnections(
  ctx: Ctx,
  models: Authorized<OrganizationModels, 'model.read'>,
): Promise<ConnectionRow[]> {
  return listConnectionRows(ctx.tx, models.organizationId);
}
