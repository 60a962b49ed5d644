import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { insertFacts } from '../repository.ts';
import { sampleConnection } from './sample-connection.ts';

/** What is said of a model of a connection of its own; for tests. */
export async function sampleFacts(ctx: Ctx): Promise<{ id: string }> {
  const connection = await sampleConnection(ctx);
  const id = ctx.newId();
  const at = ctx.clock.now();
  await insertFacts(ctx.tx, {
    organizationId: ctx.organizationId,
    id,
    connectionId: connection.id,
    model: 'sample-model',
    contextWindow: 8_192,
    createdAt: at,
    updatedAt: at,
  });
  return { id };
}
