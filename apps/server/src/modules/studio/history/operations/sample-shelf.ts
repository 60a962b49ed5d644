import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { insertFolder, insertQuery } from '../repository/marks.ts';

function place(ctx: Ctx, what: string) {
  const id = ctx.newId();
  const name = `${what} ${id.slice(-6)}`;
  const userId = personOf(ctx.actor) ?? ctx.newId();
  const at = ctx.clock.now();
  return { organizationId: ctx.organizationId, id, userId, name, nameKey: sortKey(name), createdAt: at };
}

/** For demonstration data and the generated tests of the wall. */
export async function sampleFolder(ctx: Ctx): Promise<{ id: string }> {
  const row = place(ctx, 'Kept');
  await insertFolder(ctx.tx, row);
  return { id: row.id };
}

export async function sampleQuery(ctx: Ctx): Promise<{ id: string }> {
  const row = place(ctx, 'Failed');
  await insertQuery(ctx.tx, { ...row, address: '?status=failed', updatedAt: row.createdAt });
  return { id: row.id };
}
