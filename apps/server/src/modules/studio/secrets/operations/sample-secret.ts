import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { insertSecret } from '../repository.ts';
import { sealValue } from './seal-value.ts';

/** One secret with a name of its own, for the generated tests of the wall. */
export async function sampleSecret(ctx: Ctx): Promise<{ id: string }> {
  const place = { organizationId: ctx.organizationId, id: ctx.newId() };
  const now = ctx.clock.now();
  await insertSecret(ctx.tx, {
    ...place,
    name: `secret-${place.id.slice(-6)}`,
    sealedValue: sealValue(ctx.ports.secrets, place, `value of ${place.id}`),
    origins: ['https://api.example.com'],
    createdBy: personOf(ctx.actor),
    replacedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  return { id: place.id };
}
