/** Browsers that take notices, their keys, and what is on its way to them. All rows are the scope's own person's. */
import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { pushKey, pushOut, pushSubscription } from '../schema.ts';

export type PushKeyRow = typeof pushKey.$inferSelect;
export type PushSubscriptionRow = typeof pushSubscription.$inferSelect;
export type PushOutRow = typeof pushOut.$inferSelect;

export async function findPushKey(tx: Tx, userId: string): Promise<PushKeyRow | undefined> {
  const [row] = await tx.select().from(pushKey).where(eq(pushKey.userId, userId));
  return row;
}

/** The first one stays, if two come at once. */
export async function insertPushKey(tx: Tx, row: PushKeyRow): Promise<void> {
  await tx.insert(pushKey).values(row).onConflictDoNothing();
}

/** The same pair under another seal, if it is still there. */
export async function setPushKeySeal(tx: Tx, row: PushKeyRow, sealed: string): Promise<void> {
  await tx
    .update(pushKey)
    .set({ sealed })
    .where(and(eq(pushKey.userId, row.userId), eq(pushKey.sealed, row.sealed)));
}

/** Whose key or browsers another master key than the newest has sealed. */
export async function peopleWithOlderSeals(tx: Tx, newestKeyId: string): Promise<string[]> {
  const found = sql`select people_with_older_push_seals(${newestKeyId}) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

export async function listSubscriptions(tx: Tx, userId: string): Promise<PushSubscriptionRow[]> {
  return tx.select().from(pushSubscription).where(eq(pushSubscription.userId, userId));
}

/** With the subscriptions made for it, which no other key can serve. */
export async function deletePushKey(tx: Tx, userId: string): Promise<void> {
  await tx.delete(pushSubscription).where(eq(pushSubscription.userId, userId));
  await tx.delete(pushKey).where(eq(pushKey.userId, userId));
}

/** Those whose session lives; the others are forgotten. */
export async function liveSubscriptions(tx: Tx, userId: string, now: Date): Promise<PushSubscriptionRow[]> {
  const live = sql`(select my_live_push_subscriptions(${now.toISOString()}::timestamptz))`;
  await tx
    .delete(pushSubscription)
    .where(and(eq(pushSubscription.userId, userId), sql`${pushSubscription.id} not in ${live}`));
  return tx
    .select()
    .from(pushSubscription)
    .where(eq(pushSubscription.userId, userId))
    .orderBy(asc(pushSubscription.createdAt), asc(pushSubscription.id));
}

/** A session has one, and so has a browser: what either had before is replaced. */
export async function putSubscription(tx: Tx, row: PushSubscriptionRow): Promise<void> {
  await tx
    .delete(pushSubscription)
    .where(
      and(
        eq(pushSubscription.userId, row.userId),
        or(
          eq(pushSubscription.sessionId, row.sessionId),
          eq(pushSubscription.endpointHash, row.endpointHash),
        ),
      ),
    );
  await tx.insert(pushSubscription).values(row);
}

export async function findSubscription(
  tx: Tx,
  userId: string,
  id: string,
): Promise<PushSubscriptionRow | undefined> {
  const [row] = await tx
    .select()
    .from(pushSubscription)
    .where(and(eq(pushSubscription.userId, userId), eq(pushSubscription.id, id)));
  return row;
}

export async function setSubscription(
  tx: Tx,
  { userId, id }: Pick<PushSubscriptionRow, 'userId' | 'id'>,
  set: Partial<Pick<PushSubscriptionRow, 'toldAt' | 'problem' | 'sealed'>>,
): Promise<void> {
  await tx
    .update(pushSubscription)
    .set(set)
    .where(and(eq(pushSubscription.userId, userId), eq(pushSubscription.id, id)));
}

export async function deleteSubscription(tx: Tx, userId: string, id: string): Promise<void> {
  await tx
    .delete(pushSubscription)
    .where(and(eq(pushSubscription.userId, userId), eq(pushSubscription.id, id)));
}

export async function insertPushOut(tx: Tx, rows: (typeof pushOut.$inferInsert)[]): Promise<void> {
  await tx.insert(pushOut).values(rows);
}

/** Takes what is on its way for one attempt; undefined when somebody else has it, or it is over. */
export async function claimPushOut(
  tx: Tx,
  userId: string,
  id: string,
  now: Date,
): Promise<PushOutRow | undefined> {
  const [row] = await tx
    .update(pushOut)
    .set({ claimedAt: now, attempts: sql`${pushOut.attempts} + 1` })
    .where(and(eq(pushOut.userId, userId), eq(pushOut.id, id), isNull(pushOut.claimedAt)))
    .returning();
  return row;
}

export async function releasePushOut(tx: Tx, userId: string, id: string): Promise<void> {
  await tx
    .update(pushOut)
    .set({ claimedAt: null })
    .where(and(eq(pushOut.userId, userId), eq(pushOut.id, id)));
}

export async function deletePushOut(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.delete(pushOut).where(and(eq(pushOut.userId, userId), eq(pushOut.id, id)));
}

export async function deletePushOutBefore(tx: Tx, userId: string, before: Date): Promise<void> {
  await tx.delete(pushOut).where(and(eq(pushOut.userId, userId), lt(pushOut.createdAt, before)));
}
