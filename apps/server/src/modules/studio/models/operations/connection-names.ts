import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { visible } from '../policy.ts';
import { listConnectionRows } from '../repository.ts';

export async function connectionNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const rows = await listConnectionRows(ctx.tx, ctx.organizationId, visible(ctx.actor));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
