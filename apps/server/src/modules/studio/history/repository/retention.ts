import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { judgement, runIndex, runMark, runRetention } from '../schema.ts';

export type RetentionRow = typeof runRetention.$inferSelect;

/** Both drivers answer raw statements with `rows`, whatever Drizzle's types say. */
const rowsOf = <T>(result: unknown): T[] => (result as { rows: T[] }).rows;

export async function findRetention(tx: Tx, organizationId: string): Promise<RetentionRow | undefined> {
  const [row] = await tx.select().from(runRetention).where(eq(runRetention.organizationId, organizationId));
  return row;
}

/** The first change makes the row, which until then is there in all but fact. Undefined when it is not at `expected`. */
export async function saveRetention(
  tx: Tx,
  row: Omit<RetentionRow, 'revision'>,
  expected: number,
): Promise<RetentionRow | undefined> {
  if (expected === 1) {
    const [made] = await tx
      .insert(runRetention)
      .values({ ...row, revision: 2 })
      .onConflictDoNothing()
      .returning();
    return made;
  }
  const [changed] = await tx
    .update(runRetention)
    .set({ days: row.days, updatedAt: row.updatedAt, revision: sql`${runRetention.revision} + 1` })
    .where(and(eq(runRetention.organizationId, row.organizationId), eq(runRetention.revision, expected)))
    .returning();
  return changed;
}

/** Asked before any organization is known. */
export async function organizationsWithRetention(tx: Tx): Promise<string[]> {
  const found = await tx.execute(sql`select organization_id as "id" from organizations_with_run_retention()`);
  return rowsOf<{ id: string }>(found).map(({ id }) => id);
}

/** Of a run `i` of the index: nobody bookmarked it, and no judgement holds it. */
const nobodyKeeps = sql`
  not exists (select from ${runMark} m where m.organization_id = i.organization_id and m.run_id = i.run_id and m.bookmarked_at is not null)
  and not exists (select from ${judgement} j where j.organization_id = i.organization_id and j.run_ids @> array[i.run_id])`;

/** Those before this id that would be erased, at most so many, and those that somebody keeps. */
export async function countOutdated(
  tx: Tx,
  organizationId: string,
  beforeId: string,
  most: number,
): Promise<{ runs: number; kept: number }> {
  const old = sql`i.organization_id = ${organizationId}::uuid and i.run_id < ${beforeId}::uuid`;
  const found = await tx.execute(sql`
    select
      (select count(*)::int from (select from ${runIndex} i where ${old} and ${nobodyKeeps} limit ${most}) o) as "runs",
      (select count(*)::int from (
        select m.run_id from ${runMark} m join ${runIndex} i on i.organization_id = m.organization_id and i.run_id = m.run_id
        where m.organization_id = ${organizationId}::uuid and m.bookmarked_at is not null and ${old}
        union
        select i.run_id from ${judgement} j cross join unnest(j.run_ids) as held(id)
        join ${runIndex} i on i.organization_id = j.organization_id and i.run_id = held.id
        where j.organization_id = ${organizationId}::uuid and ${old}) k) as "kept"`);
  const [row] = rowsOf<{ runs: number; kept: number }>(found);
  return row ?? { runs: 0, kept: 0 };
}

/** Indexed runs with an id before this one that nobody bookmarked and no judgement holds, oldest first. */
export async function listOutdated(
  tx: Tx,
  organizationId: string,
  beforeId: string,
  most: number,
): Promise<string[]> {
  const found = await tx.execute(sql`
    select i.run_id as "id" from ${runIndex} i
    where i.organization_id = ${organizationId}::uuid and i.run_id < ${beforeId}::uuid
      and ${nobodyKeeps}
    order by i.run_id limit ${most}`);
  return rowsOf<{ id: string }>(found).map(({ id }) => id);
}

/** Takes out of the history what is forgotten. */
export async function deleteIndexed(
  tx: Tx,
  organizationId: string,
  runIds: readonly string[],
): Promise<void> {
  const ids = [...runIds];
  await tx
    .delete(runIndex)
    .where(and(eq(runIndex.organizationId, organizationId), inArray(runIndex.runId, ids)));
  await tx
    .delete(runMark)
    .where(and(eq(runMark.organizationId, organizationId), inArray(runMark.runId, ids)));
}
