import { echoModel } from '@promptvault/contract/studio/models/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { insertChain } from '../repository.ts';
import { sampleConnection } from './sample-connection.ts';

/** A server that is probably not there, and the echo model after it; for tests. */
export async function sampleChain(ctx: Ctx): Promise<{ id: string }> {
  const connection = await sampleConnection(ctx);
  const id = ctx.newId();
  const at = ctx.clock.now();
  const name = `Chain ${id.slice(-6)}`;
  await insertChain(ctx.tx, {
    organizationId: ctx.organizationId,
    id,
    name,
    nameKey: sortKey(name),
    steps: [
      { connectionId: connection.id, model: 'sample-model' },
      { connectionId: null, model: echoModel },
    ],
    createdAt: at,
    updatedAt: at,
  });
  return { id };
}
