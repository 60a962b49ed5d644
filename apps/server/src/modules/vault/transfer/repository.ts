import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { importSession } from './schema.ts';

export type ImportRow = typeof importSession.$inferSelect;
type Place = Pick<Ctx, 'tx' | 'organizationId'>;

const isImport = ({ organizationId }: Place, id: string) =>
  and(eq(importSession.organizationId, organizationId), eq(importSession.id, id));

export async function insertImport(
  { tx }: Place,
  row: typeof importSession.$inferInsert,
): Promise<ImportRow> {
  const [inserted] = await tx.insert(importSession).values(row).returning();
  return inserted as ImportRow;
}

export async function findImport(place: Place, id: string): Promise<ImportRow | undefined> {
  const [row] = await place.tx.select().from(importSession).where(isImport(place, id));
  return row;
}

/** The newest first; of one person, or of all for null. */
export async function listImportRows(
  { tx, organizationId }: Place,
  list: { startedBy: string | null; after: { at: Date; id: string } | null; limit: number },
): Promise<ImportRow[]> {
  const { startedBy, after, limit } = list;
  return tx
    .select()
    .from(importSession)
    .where(
      and(
        eq(importSession.organizationId, organizationId),
        startedBy === null ? undefined : eq(importSession.startedBy, startedBy),
        after
          ? sql`(${importSession.createdAt}, ${importSession.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(importSession.createdAt), desc(importSession.id))
    .limit(limit);
}

/** Marks an import as undone; undefined when it was undone before. */
export async function markUndone(place: Place, id: string, undoneAt: Date): Promise<ImportRow | undefined> {
  const [row] = await place.tx
    .update(importSession)
    .set({ undoneAt })
    .where(and(isImport(place, id), isNull(importSession.undoneAt)))
    .returning();
  return row;
}

export async function storeRemoved(place: Place, id: string, removed: number): Promise<void> {
  await place.tx.update(importSession).set({ removed }).where(isImport(place, id));
}
