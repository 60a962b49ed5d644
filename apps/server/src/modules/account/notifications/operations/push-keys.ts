import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { PushKeys } from '../../../../foundation/push/push.ts';
import { deletePushKey, findPushKey, insertPushKey, setPushKeySeal } from '../repository/push.ts';

export const pushKeySeal = (userId: string) => `push_key:${userId}`;

/** The person's pair of keys, if it is there and this server knows the master key that sealed it. */
export async function findPushKeys({ tx, ports, log }: Ctx, userId: string): Promise<PushKeys | undefined> {
  const row = await findPushKey(tx, userId);
  if (!row) return undefined;
  const { secrets } = ports;
  try {
    const privateKey = secrets.open(row.sealed, pushKeySeal(userId));
    if (!secrets.isNewest(row.sealed))
      await setPushKeySeal(tx, row, secrets.reseal(row.sealed, pushKeySeal(userId)));
    return { publicKey: row.publicKey, privateKey };
  } catch (error) {
    log.warn('a push key could not be opened', { error });
    return undefined;
  }
}

/**
 * The person's pair of keys, made when it is first asked for. One each, and not one for all: a browser then is never
 * subscribed for two people at once. Where the master key that sealed it is gone, a new pair takes its place, and the
 * subscriptions of the old one end.
 */
export async function pushKeysOf(ctx: Ctx, userId: string): Promise<PushKeys> {
  const { secrets, push } = ctx.ports;
  const known = await findPushKeys(ctx, userId);
  if (known) return known;
  if (await findPushKey(ctx.tx, userId)) await deletePushKey(ctx.tx, userId);
  const made = push.makeKeys();
  await insertPushKey(ctx.tx, {
    userId,
    publicKey: made.publicKey,
    sealed: secrets.seal(made.privateKey, pushKeySeal(userId)),
    createdAt: ctx.clock.now(),
  });
  const kept = await findPushKey(ctx.tx, userId);
  if (!kept || kept.publicKey === made.publicKey) return made;
  return { publicKey: kept.publicKey, privateKey: secrets.open(kept.sealed, pushKeySeal(userId)) };
}
