import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { draft, draftUpdate } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

export type DraftRow = typeof draft.$inferSelect;

export const insertDrafts = (place: Place, rows: readonly (typeof draft.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(draft).values(chunk));

export const insertDraftUpdates = (place: Place, rows: readonly (typeof draftUpdate.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(draftUpdate).values(chunk));

const isDraft = (place: Place, branchId: string) =>
  and(eq(draft.organizationId, place.organizationId), eq(draft.branchId, branchId));

/** A draft as it lies: `tail` is what was appended after its snapshot. */
export interface StoredDraft {
  row: DraftRow;
  tail: Uint8Array[];
}

/** Operations read drafts by operations/current-draft.ts, which adds the tail. */
export async function readStoredDraft(
  place: Place,
  branchId: string,
  { lock }: { lock: boolean },
): Promise<StoredDraft | undefined> {
  const query = place.tx.select().from(draft).where(isDraft(place, branchId));
  const [row] = await (lock ? query.for('update') : query);
  if (!row) return undefined;
  if (row.unfolded === 0) return { row, tail: [] };
  const tail = await draftUpdatesAfter(place, branchId, row.seq - row.unfolded, row.unfolded);
  return { row, tail: tail.map(({ update }) => update) };
}

/** Where a draft is, without its text. */
export async function findDraftPlace(
  place: Place,
  branchId: string,
): Promise<Pick<DraftRow, 'seq' | 'unfolded' | 'revision' | 'baseNumber'> | undefined> {
  const { seq, unfolded, revision, baseNumber } = draft;
  const [row] = await place.tx
    .select({ seq, unfolded, revision, baseNumber })
    .from(draft)
    .where(isDraft(place, branchId));
  return row;
}

/** Moves the end of the log on by `by` and holds the draft; undefined when it is not at `from` (any longer). */
export async function advanceDraft(
  place: Place,
  branchId: string,
  { from, by, at }: { from: number; by: number; at: Date },
): Promise<Pick<DraftRow, 'unfolded' | 'revision' | 'baseNumber'> | undefined> {
  const [row] = await place.tx
    .update(draft)
    .set({
      seq: from + by,
      unfolded: sql`${draft.unfolded} + ${by}`,
      revision: sql`${draft.revision} + 1`,
      updatedAt: at,
    })
    .where(and(isDraft(place, branchId), eq(draft.seq, from)))
    .returning({ unfolded: draft.unfolded, revision: draft.revision, baseNumber: draft.baseNumber });
  return row;
}

/** Holds the draft until the transaction ends, and tells where it is. */
export async function lockDraftSeq(place: Place, branchId: string): Promise<number | undefined> {
  const [row] = await place.tx
    .select({ seq: draft.seq })
    .from(draft)
    .where(isDraft(place, branchId))
    .for('update');
  return row?.seq;
}

/** Forgets updates up to `seq`. */
export async function cutDraftUpdates(place: Place, branchId: string, seq: number): Promise<void> {
  if (seq <= 0) return;
  await place.tx
    .delete(draftUpdate)
    .where(
      and(
        eq(draftUpdate.organizationId, place.organizationId),
        eq(draftUpdate.branchId, branchId),
        lte(draftUpdate.seq, seq),
      ),
    );
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
