import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { judgement } from '../schema.ts';

export type JudgementRow = typeof judgement.$inferSelect;

const one = (organizationId: string, id: string) =>
  and(eq(judgement.organizationId, organizationId), eq(judgement.id, id));

export async function findJudgement(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<JudgementRow | undefined> {
  const [row] = await tx.select().from(judgement).where(one(organizationId, id));
  return row;
}

/** A person's own and those shared with everybody, newest first. */
export async function listJudgementRows(
  tx: Tx,
  organizationId: string,
  { userId, before, limit }: { userId: string; before: string | undefined; limit: number },
): Promise<JudgementRow[]> {
  return tx
    .select()
    .from(judgement)
    .where(
      and(
        eq(judgement.organizationId, organizationId),
        or(eq(judgement.authorId, userId), judgement.shared),
        before === undefined ? undefined : lt(judgement.id, before),
      ),
    )
    .orderBy(desc(judgement.id))
    .limit(limit);
}

export async function insertJudgement(tx: Tx, row: typeof judgement.$inferInsert): Promise<JudgementRow> {
  const [inserted] = await tx.insert(judgement).values(row).returning();
  return inserted as JudgementRow;
}

/** Undefined when it is not at `expected` any more. */
export async function updateJudgementRow(
  tx: Tx,
  { organizationId, id }: JudgementRow,
  expected: number,
  changes: Partial<JudgementRow>,
): Promise<JudgementRow | undefined> {
  const [row] = await tx
    .update(judgement)
    .set({ ...changes, revision: sql`${judgement.revision} + 1` })
    .where(and(one(organizationId, id), eq(judgement.revision, expected)))
    .returning();
  return row;
}

export async function deleteJudgementRow(tx: Tx, row: JudgementRow, expected: number): Promise<boolean> {
  const gone = await tx
    .delete(judgement)
    .where(and(one(row.organizationId, row.id), eq(judgement.revision, expected)))
    .returning({ id: judgement.id });
  return gone.length === 1;
}
