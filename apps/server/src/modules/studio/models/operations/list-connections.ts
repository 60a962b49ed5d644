import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { visible } from '../policy.ts';
import { type ConnectionRow, listConnectionRows } from '../repository.ts';

export function listConnections(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.read'>,
): Promise<ConnectionRow[]> {
  return listConnectionRows(ctx.tx, organization.id, visible(ctx.actor));
}
