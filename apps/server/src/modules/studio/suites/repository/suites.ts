import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { suite, suiteItem, suiteRun } from '../schema.ts';

export type SuiteRow = typeof suite.$inferSelect;
export interface Place {
  tx: Tx;
  organizationId: string;
}

const isSuite = ({ organizationId }: Place, id: string) =>
  and(eq(suite.organizationId, organizationId), eq(suite.id, id), isNull(suite.deletedAt));

export async function findSuite(place: Place, id: string): Promise<SuiteRow | undefined> {
  const [row] = await place.tx.select().from(suite).where(isSuite(place, id));
  return row;
}

/** Newest first. */
export async function listSuiteRows(
  { tx, organizationId }: Place,
  { promptId, before, limit }: { promptId: string | undefined; before: string | undefined; limit: number },
): Promise<SuiteRow[]> {
  return tx
    .select()
    .from(suite)
    .where(
      and(
        eq(suite.organizationId, organizationId),
        isNull(suite.deletedAt),
        promptId === undefined ? undefined : eq(suite.promptId, promptId),
        before === undefined ? undefined : lt(suite.id, before),
      ),
    )
    .orderBy(desc(suite.id))
    .limit(limit);
}

/** Undefined when the name is taken. */
export async function insertSuite(
  { tx }: Place,
  row: typeof suite.$inferInsert,
): Promise<SuiteRow | undefined> {
  const [inserted] = await tx.insert(suite).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateSuiteRow(
  place: Place,
  id: string,
  expected: number,
  changes: Partial<typeof suite.$inferInsert>,
): Promise<SuiteRow | undefined> {
  const [row] = await place.tx
    .update(suite)
    .set({ ...changes, revision: sql`${suite.revision} + 1` })
    .where(and(isSuite(place, id), eq(suite.revision, expected)))
    .returning();
  return row;
}

export type LastRun = Pick<
  typeof suiteRun.$inferSelect,
  | 'id'
  | 'suiteId'
  | 'status'
  | 'isGreen'
  | 'total'
  | 'passed'
  | 'failed'
  | 'errors'
  | 'microDollars'
  | 'createdAt'
>;

/** The newest run of each suite. */
export async function lastRunsOf(
  { tx, organizationId }: Place,
  suiteIds: readonly string[],
): Promise<Map<string, LastRun>> {
  if (suiteIds.length === 0) return new Map();
  const { id, suiteId, status, isGreen, total, passed, failed, errors, microDollars, createdAt } = suiteRun;
  const last = { id, suiteId, status, isGreen, total, passed, failed, errors, microDollars, createdAt };
  const rows = await tx
    .selectDistinctOn([suiteId], last)
    .from(suiteRun)
    .where(and(eq(suiteRun.organizationId, organizationId), inArray(suiteId, [...suiteIds])))
    .orderBy(suiteId, desc(id));
  return new Map(rows.map((row) => [row.suiteId, row]));
}

/** Erases the suites of a prompt that was erased, also those deleted before, with their runs. */
export async function eraseSuitesOf({ tx, organizationId }: Place, promptId: string): Promise<void> {
  const isOf = and(eq(suite.organizationId, organizationId), eq(suite.promptId, promptId));
  const suites = tx.select({ id: suite.id }).from(suite).where(isOf);
  const isRunOf = and(eq(suiteRun.organizationId, organizationId), inArray(suiteRun.suiteId, suites));
  const runs = tx.select({ id: suiteRun.id }).from(suiteRun).where(isRunOf);
  await tx
    .delete(suiteItem)
    .where(and(eq(suiteItem.organizationId, organizationId), inArray(suiteItem.suiteRunId, runs)));
  await tx.delete(suiteRun).where(isRunOf);
  await tx.delete(suite).where(isOf);
}
