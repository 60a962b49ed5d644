import { type Actor, actorName } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Capabilities } from '../../../../foundation/http/capabilities.ts';
import {
  deleteIdempotencyRecord,
  findIdempotencyRecord,
  insertIdempotencyRecord,
  storeAnswer,
} from '../repository.ts';

/** A claim without an answer is that of a call that goes on, or of a process that died with it. */
const longestCallMs = 5 * 60_000;

/** Claims the key in this transaction; a concurrent claim of the same key waits for it and then fails as not unique. */
export const claimIdempotencyKey: Capabilities['claimIdempotencyKey'] = async (ctx, key, requestHash) => {
  const actor = actorName(ctx.actor);
  const known = await findIdempotencyRecord(ctx.tx, ctx.organizationId, actor, key);
  if (known) {
    if (known.requestHash !== requestHash) return { conflict: true };
    if (known.status !== null) return { answered: { status: known.status, body: known.answer } };
    if (ctx.clock.now().getTime() - known.createdAt.getTime() < longestCallMs) return { conflict: true };
    await giveUpIdempotencyKey(ctx, key);
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

export async function giveUpIdempotencyKey(ctx: Ctx<Actor>, key: string): Promise<void> {
  await deleteIdempotencyRecord(ctx.tx, {
    organizationId: ctx.organizationId,
    actor: actorName(ctx.actor),
    key,
  });
}

export async function storeIdempotentAnswer(
  ctx: Ctx<Actor>,
  key: string,
  answer: { status: number; body: unknown },
): Promise<void> {
  await storeAnswer(ctx.tx, { organizationId: ctx.organizationId, actor: actorName(ctx.actor), key }, answer);
}
