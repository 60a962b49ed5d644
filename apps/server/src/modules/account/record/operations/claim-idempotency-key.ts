import { type Actor, actorName } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Capabilities } from '../../../../foundation/http/capabilities.ts';
import { findIdempotencyRecord, insertIdempotencyRecord, storeAnswer } from '../repository.ts';

/** Claims the key in this transaction; a concurrent claim of the same key waits for it and then fails as not unique. */
export const claimIdempotencyKey: Capabilities['claimIdempotencyKey'] = async (ctx, key, requestHash) => {
  const actor = actorName(ctx.actor);
  const known = await findIdempotencyRecord(ctx.tx, ctx.organizationId, actor, key);
  if (known) {
    if (known.requestHash !== requestHash || known.status === null) return { conflict: true };
    return { answered: { status: known.status, body: known.answer } };
  }
  await insertIdempotencyRecord(ctx.tx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    actor,
    key,
    requestHash,
    createdAt: ctx.clock.now(),
  });
  return { claimed: true };
};

export async function storeIdempotentAnswer(
  ctx: Ctx<Actor>,
  key: string,
  answer: { status: number; body: unknown },
): Promise<void> {
  await storeAnswer(ctx.tx, { organizationId: ctx.organizationId, actor: actorName(ctx.actor), key }, answer);
}
