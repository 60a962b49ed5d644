import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { label, labelMove } from '../schema.ts';
import type { Place } from './place.ts';

export type LabelRow = typeof label.$inferSelect;
export type LabelMoveRow = typeof labelMove.$inferSelect;

/** The labels of some prompts, by name. */
export async function labelsOf(place: Place, promptIds: readonly string[]): Promise<LabelRow[]> {
  if (promptIds.length === 0) return [];
  return place.tx
    .select()
    .from(label)
    .where(and(eq(label.organizationId, place.organizationId), inArray(label.promptId, [...promptIds])))
    .orderBy(asc(label.name));
}

const isLabel = (place: Place, promptId: string, name: string) =>
  and(eq(label.organizationId, place.organizationId), eq(label.promptId, promptId), eq(label.name, name));

export async function lockLabel(place: Place, promptId: string, name: string): Promise<LabelRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(label)
    .where(isLabel(place, promptId, name))
    .for('update');
  return row;
}

/** @returns false when somebody made the same label meanwhile. */
export async function insertLabel(place: Place, row: typeof label.$inferInsert): Promise<boolean> {
  const rows = await place.tx.insert(label).values(row).onConflictDoNothing().returning({ name: label.name });
  return rows.length > 0;
}

export async function storeLabel(
  place: Place,
  promptId: string,
  name: string,
  change: Partial<LabelRow>,
): Promise<void> {
  await place.tx
    .update(label)
    .set(change)
    .where(isLabel(place, promptId, name));
}

export async function removeLabel(place: Place, promptId: string, name: string): Promise<void> {
  await place.tx.delete(label).where(isLabel(place, promptId, name));
}

/** Where a label pointed, the newest move first. */
export async function listLabelMoves(
  place: Place,
  promptId: string,
  name: string,
  { before, limit }: { before: { at: Date; id: string } | null; limit: number },
): Promise<LabelMoveRow[]> {
  return place.tx
    .select()
    .from(labelMove)
    .where(
      and(
        isMoveOf(place, promptId, name),
        before
          ? sql`(${labelMove.movedAt}, ${labelMove.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(labelMove.movedAt), desc(labelMove.id))
    .limit(limit);
}

export async function findLabelMove(
  place: Place,
  promptId: string,
  name: string,
  moveId: string,
): Promise<LabelMoveRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(labelMove)
    .where(and(isMoveOf(place, promptId, name), eq(labelMove.id, moveId)));
  return row;
}

const isMoveOf = (place: Place, promptId: string, name: string) =>
  and(
    eq(labelMove.organizationId, place.organizationId),
    eq(labelMove.promptId, promptId),
    eq(labelMove.name, name),
  );

export async function insertLabelMove(place: Place, row: typeof labelMove.$inferInsert): Promise<void> {
  await place.tx.insert(labelMove).values(row);
}
