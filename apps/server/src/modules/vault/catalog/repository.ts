import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { tag } from './schema.ts';

export type TagRow = typeof tag.$inferSelect;
type Place = Pick<Ctx, 'tx' | 'organizationId'>;

export async function findTag({ tx, organizationId }: Place, tagId: string): Promise<TagRow | undefined> {
  const [row] = await tx
    .select()
    .from(tag)
    .where(and(eq(tag.organizationId, organizationId), eq(tag.id, tagId)));
  return row;
}

export async function findTagsByKey(place: Place, keys: readonly string[]): Promise<TagRow[]> {
  if (keys.length === 0) return [];
  return place.tx
    .select()
    .from(tag)
    .where(and(eq(tag.organizationId, place.organizationId), inArray(tag.nameKey, [...keys])));
}

/** Inserts what is not there yet. */
export async function insertTags({ tx }: Place, rows: readonly (typeof tag.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(tag)
      .values([...rows])
      .onConflictDoNothing();
}

export async function listTagRows(
  { tx, organizationId }: Place,
  list: { part: string; after: { key: string; id: string } | null; limit: number },
): Promise<TagRow[]> {
  const { part, after, limit } = list;
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .select()
    .from(tag)
    .where(
      and(
        eq(tag.organizationId, organizationId),
        part === '' ? undefined : sql`${tag.nameKey} like ${pattern}`,
        after ? sql`(${tag.nameKey}, ${tag.id}) > (${after.key}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(tag.nameKey), asc(tag.id))
    .limit(limit);
}

/** Renames when the tag is still at `revision`; undefined when it is not. */
export async function renameTagRow(
  { tx, organizationId }: Place,
  tagId: string,
  revision: number,
  names: { name: string; nameKey: string },
): Promise<TagRow | undefined> {
  const [row] = await tx
    .update(tag)
    .set({ ...names, revision: sql`${tag.revision} + 1` })
    .where(and(eq(tag.organizationId, organizationId), eq(tag.id, tagId), eq(tag.revision, revision)))
    .returning();
  return row;
}

export async function lockTags({ tx, organizationId }: Place, ids: readonly string[]): Promise<TagRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(tag)
    .where(and(eq(tag.organizationId, organizationId), inArray(tag.id, [...ids])))
    .orderBy(asc(tag.id))
    .for('update');
}

/** Deletes the tag when it is still at `revision`; false when it is not. */
export async function deleteTagRow(
  { tx, organizationId }: Place,
  tagId: string,
  revision: number,
): Promise<boolean> {
  const rows = await tx
    .delete(tag)
    .where(and(eq(tag.organizationId, organizationId), eq(tag.id, tagId), eq(tag.revision, revision)))
    .returning({ id: tag.id });
  return rows.length === 1;
}
