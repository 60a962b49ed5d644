import { and, asc, eq, sql } from 'drizzle-orm';
import { draft, draftUpdate } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

export type DraftRow = typeof draft.$inferSelect;

export const insertDrafts = (place: Place, rows: readonly (typeof draft.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(draft).values(chunk));

export const insertDraftUpdates = (place: Place, rows: readonly (typeof draftUpdate.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(draftUpdate).values(chunk));

const isDraft = (place: Place, branchId: string) =>
  and(eq(draft.organizationId, place.organizationId), eq(draft.branchId, branchId));

export async function findDraft(place: Place, branchId: string): Promise<DraftRow | undefined> {
  const [row] = await place.tx.select().from(draft).where(isDraft(place, branchId));
  return row;
}

/** The draft, held until the transaction ends: two who write at once take turns. */
export async function lockDraft(place: Place, branchId: string): Promise<DraftRow | undefined> {
  const [row] = await place.tx.select().from(draft).where(isDraft(place, branchId)).for('update');
  return row;
}

export async function storeDraft(
  place: Place,
  branchId: string,
  change: Partial<Omit<DraftRow, 'organizationId' | 'branchId'>>,
): Promise<void> {
  await place.tx.update(draft).set(change).where(isDraft(place, branchId));
}

export async function draftUpdatesAfter(
  place: Place,
  branchId: string,
  seq: number,
  limit: number,
): Promise<{ seq: number; update: Uint8Array }[]> {
  return place.tx
    .select({ seq: draftUpdate.seq, update: draftUpdate.update })
    .from(draftUpdate)
    .where(
      and(
        eq(draftUpdate.organizationId, place.organizationId),
        eq(draftUpdate.branchId, branchId),
        sql`${draftUpdate.seq} > ${seq}`,
      ),
    )
    .orderBy(asc(draftUpdate.seq))
    .limit(limit);
}
