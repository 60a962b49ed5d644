import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { insertConnection } from '../repository.ts';

/** A connection to a server that is probably not there; for tests and demonstration data. */
export async function sampleConnection(ctx: Ctx): Promise<{ id: string }> {
  const id = ctx.newId();
  const now = ctx.clock.now();
  const name = `Local server ${id.slice(-6)}`;
  await insertConnection(ctx.tx, {
    organizationId: ctx.organizationId,
    id,
    name,
    nameKey: sortKey(name),
    provider: 'openai_compatible',
    baseUrl: 'http://127.0.0.1:9/v1',
    listed: [],
    createdBy: personOf(ctx.actor),
    createdAt: now,
    updatedAt: now,
  });
  return { id };
}
