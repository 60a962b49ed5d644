import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { answerCache, cachedAnswer, run } from '../schema.ts';

export type AnswerCacheRow = typeof answerCache.$inferSelect;

export async function findAnswerCache(tx: Tx, organizationId: string): Promise<AnswerCacheRow | undefined> {
  const [row] = await tx.select().from(answerCache).where(eq(answerCache.organizationId, organizationId));
  return row;
}

/** The first change makes the row, which until then is there in all but fact. Undefined when it is not at `expected`. */
export async function saveAnswerCache(
  tx: Tx,
  row: Omit<AnswerCacheRow, 'revision'>,
  expected: number,
): Promise<AnswerCacheRow | undefined> {
  const { organizationId, ...changes } = row;
  if (expected === 1) {
    const [made] = await tx
      .insert(answerCache)
      .values({ ...row, revision: 2 })
      .onConflictDoNothing()
      .returning();
    return made;
  }
  const [changed] = await tx
    .update(answerCache)
    .set({ ...changes, revision: sql`${answerCache.revision} + 1` })
    .where(and(eq(answerCache.organizationId, organizationId), eq(answerCache.revision, expected)))
    .returning();
  return changed;
}

export interface CachedRun {
  key: string;
  runId: string;
  output: string;
  reasoning: string;
  answeredAt: Date;
}

/** Answers that may still be given, by the hashes of what was sent. */
export async function findCachedRuns(
  tx: Tx,
  organizationId: string,
  keys: readonly string[],
  now: Date,
): Promise<CachedRun[]> {
  return tx
    .select({
      key: cachedAnswer.key,
      runId: run.id,
      output: run.output,
      reasoning: run.reasoning,
      answeredAt: run.createdAt,
    })
    .from(cachedAnswer)
    .innerJoin(run, and(eq(run.organizationId, cachedAnswer.organizationId), eq(run.id, cachedAnswer.runId)))
    .where(
      and(
        eq(cachedAnswer.organizationId, organizationId),
        inArray(cachedAnswer.key, [...keys]),
        gt(cachedAnswer.expiresAt, now),
      ),
    );
}

/** The newest answer wins; what has expired goes. */
export async function saveCachedAnswer(
  tx: Tx,
  row: typeof cachedAnswer.$inferInsert,
  now: Date,
): Promise<void> {
  const { runId, expiresAt } = row;
  await Promise.all([
    tx
      .delete(cachedAnswer)
      .where(and(eq(cachedAnswer.organizationId, row.organizationId), lte(cachedAnswer.expiresAt, now)))
      .execute(),
    tx
      .insert(cachedAnswer)
      .values(row)
      .onConflictDoUpdate({
        target: [cachedAnswer.organizationId, cachedAnswer.key],
        set: { runId, expiresAt },
      })
      .execute(),
  ]);
}

export async function countCachedAnswers(tx: Tx, organizationId: string, now: Date): Promise<number> {
  return tx.$count(
    cachedAnswer,
    and(eq(cachedAnswer.organizationId, organizationId), gt(cachedAnswer.expiresAt, now)),
  );
}

/** @returns how many there were */
export async function deleteCachedAnswers(tx: Tx, organizationId: string): Promise<number> {
  const gone = await tx
    .delete(cachedAnswer)
    .where(eq(cachedAnswer.organizationId, organizationId))
    .returning({ key: cachedAnswer.key });
  return gone.length;
}
