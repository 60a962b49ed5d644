import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ConnectionRow } from '../repository.ts';

export async function getConnection(
  _ctx: Ctx,
  connection: Authorized<ConnectionRow, 'model.read'>,
): Promise<ConnectionRow> {
  return connection;
}
