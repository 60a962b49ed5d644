import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { insertLimit } from '../repository.ts';

/** A limit of a model; for tests. */
export async function sampleLimit(ctx: Ctx): Promise<{ id: string }> {
  const { organizationId } = ctx;
  const [id, at] = [ctx.newId(), ctx.clock.now()];
  await insertLimit(ctx.tx, {
    organizationId,
    id,
    scope: 'model',
    subject: `sample ${id}`,
    runsAnHour: 10,
    createdAt: at,
    updatedAt: at,
  });
  return { id };
}
