import { and, asc, eq, inArray } from 'drizzle-orm';
import { label, labelMove } from '../schema.ts';
import type { Place } from './place.ts';

export type LabelRow = typeof label.$inferSelect;

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

export async function insertLabelMove(place: Place, row: typeof labelMove.$inferInsert): Promise<void> {
  await place.tx.insert(labelMove).values(row);
}
