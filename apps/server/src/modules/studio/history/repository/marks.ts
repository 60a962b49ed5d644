import { and, eq, inArray, sql } from 'drizzle-orm';
import { amongIds } from '../../../../foundation/db/among-ids.ts';
import type { Tx } from '../../../../foundation/db/database.ts';
import { runFolder, runMark, runQuery } from '../schema.ts';

export type MarkRow = typeof runMark.$inferSelect;
export type FolderRow = typeof runFolder.$inferSelect;
export type QueryRow = typeof runQuery.$inferSelect;

const of = (organizationId: string, userId: string) =>
  and(eq(runMark.organizationId, organizationId), eq(runMark.userId, userId));

export async function listMarks(
  tx: Tx,
  organizationId: string,
  userId: string,
  runIds: readonly string[],
): Promise<MarkRow[]> {
  if (runIds.length === 0) return [];
  return tx
    .select()
    .from(runMark)
    .where(and(of(organizationId, userId), amongIds(runMark.runId, runIds)));
}

/** Writes what is on these runs now. A row that says nothing goes. */
export async function saveMarks(tx: Tx, rows: readonly MarkRow[]): Promise<void> {
  const kept = rows.filter(({ bookmarkedAt, folderId, tags }) => bookmarkedAt || folderId || tags.length > 0);
  const bare = rows.filter((row) => !kept.includes(row));
  if (kept.length > 0)
    await tx
      .insert(runMark)
      .values(kept)
      .onConflictDoUpdate({
        target: [runMark.organizationId, runMark.userId, runMark.runId],
        set: {
          bookmarkedAt: sql`excluded.bookmarked_at`,
          folderId: sql`excluded.folder_id`,
          tags: sql`excluded.tags`,
        },
      });
  const [first] = bare;
  if (first)
    await tx.delete(runMark).where(
      and(
        of(first.organizationId, first.userId),
        inArray(
          runMark.runId,
          bare.map(({ runId }) => runId),
        ),
      ),
    );
}

export async function countMarks(tx: Tx, organizationId: string, userId: string) {
  const mine = of(organizationId, userId);
  const [folders, tags, [bookmarks]] = await Promise.all([
    tx
      .select({ folderId: runMark.folderId, runs: sql<number>`count(*)::int` })
      .from(runMark)
      .where(and(mine, sql`${runMark.folderId} is not null`))
      .groupBy(runMark.folderId)
      .execute(),
    tx
      .select({ name: sql<string>`unnest(${runMark.tags})`.as('name'), runs: sql<number>`count(*)::int` })
      .from(runMark)
      .where(mine)
      .groupBy(sql`1`)
      .orderBy(sql`1`)
      .limit(500)
      .execute(),
    tx
      .select({ runs: sql<number>`count(*)::int` })
      .from(runMark)
      .where(and(mine, sql`${runMark.bookmarkedAt} is not null`))
      .execute(),
  ]);
  return { folders, tags, bookmarks: bookmarks?.runs ?? 0 };
}

/** Takes all runs out of a folder that goes. */
export async function emptyFolder(tx: Tx, { organizationId, userId, id }: FolderRow): Promise<void> {
  const inside = and(of(organizationId, userId), eq(runMark.folderId, id));
  await tx
    .delete(runMark)
    .where(and(inside, sql`${runMark.bookmarkedAt} is null and ${runMark.tags} = '{}'`));
  await tx.update(runMark).set({ folderId: null }).where(inside);
}

/** Both kinds of things on a person's shelf have the same columns for what they are called and whose they are. */
type Shelf = typeof runFolder | typeof runQuery;

const one = (table: Shelf, organizationId: string, userId: string, id: string) =>
  and(eq(table.organizationId, organizationId), eq(table.userId, userId), eq(table.id, id));

const listOf = (table: Shelf) => async (tx: Tx, organizationId: string, userId: string) =>
  tx
    .select()
    .from(table as typeof runQuery)
    .where(and(eq(table.organizationId, organizationId), eq(table.userId, userId)))
    .orderBy(table.nameKey, table.id);

export const listFolders = listOf(runFolder) as (
  tx: Tx,
  organizationId: string,
  userId: string,
) => Promise<FolderRow[]>;
export const listQueries = listOf(runQuery);

export async function findFolder(
  tx: Tx,
  organizationId: string,
  userId: string,
  id: string,
): Promise<FolderRow | undefined> {
  const [row] = await tx
    .select()
    .from(runFolder)
    .where(one(runFolder, organizationId, userId, id));
  return row;
}

export async function findQuery(
  tx: Tx,
  organizationId: string,
  userId: string,
  id: string,
): Promise<QueryRow | undefined> {
  const [row] = await tx
    .select()
    .from(runQuery)
    .where(one(runQuery, organizationId, userId, id));
  return row;
}

/** Undefined when the name is taken. */
export async function insertFolder(
  tx: Tx,
  row: typeof runFolder.$inferInsert,
): Promise<FolderRow | undefined> {
  const [inserted] = await tx.insert(runFolder).values(row).onConflictDoNothing().returning();
  return inserted;
}

/** Undefined when the name is taken. */
export async function insertQuery(tx: Tx, row: typeof runQuery.$inferInsert): Promise<QueryRow | undefined> {
  const [inserted] = await tx.insert(runQuery).values(row).onConflictDoNothing().returning();
  return inserted;
}

/** Undefined when it is not at `expected` any more. */
export async function updateFolder(
  tx: Tx,
  { organizationId, userId, id }: FolderRow,
  expected: number,
  changes: Partial<FolderRow>,
): Promise<FolderRow | undefined> {
  const [row] = await tx
    .update(runFolder)
    .set({ ...changes, revision: sql`${runFolder.revision} + 1` })
    .where(and(one(runFolder, organizationId, userId, id), eq(runFolder.revision, expected)))
    .returning();
  return row;
}

/** Undefined when it is not at `expected` any more. */
export async function updateQuery(
  tx: Tx,
  { organizationId, userId, id }: QueryRow,
  expected: number,
  changes: Partial<QueryRow>,
): Promise<QueryRow | undefined> {
  const [row] = await tx
    .update(runQuery)
    .set({ ...changes, revision: sql`${runQuery.revision} + 1` })
    .where(and(one(runQuery, organizationId, userId, id), eq(runQuery.revision, expected)))
    .returning();
  return row;
}

export async function deleteFolderRow(tx: Tx, row: FolderRow, expected: number): Promise<boolean> {
  const gone = await tx
    .delete(runFolder)
    .where(and(one(runFolder, row.organizationId, row.userId, row.id), eq(runFolder.revision, expected)))
    .returning({ id: runFolder.id });
  return gone.length === 1;
}

export async function deleteQueryRow(tx: Tx, row: QueryRow, expected: number): Promise<boolean> {
  const gone = await tx
    .delete(runQuery)
    .where(and(one(runQuery, row.organizationId, row.userId, row.id), eq(runQuery.revision, expected)))
    .returning({ id: runQuery.id });
  return gone.length === 1;
}
