import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { budget, meterEntry, spending, usageLimit } from './schema.ts';

export type BudgetRow = typeof budget.$inferSelect;
export type SpendingRow = typeof spending.$inferSelect;
export type PeriodKey = Pick<SpendingRow, 'period' | 'startsOn'>;

export async function insertMeterEntry(tx: Tx, row: typeof meterEntry.$inferInsert): Promise<void> {
  await tx.insert(meterEntry).values(row);
}

export async function findBudget(tx: Tx, organizationId: string): Promise<BudgetRow | undefined> {
  const [row] = await tx
    .select()
    .from(budget)
    .where(eq(budget.organizationId, organizationId))
    .prepare()
    .execute();
  return row;
}

/** The first change makes the row, which until then is there in all but fact. Undefined when it is not at `expected`. */
export async function saveBudget(
  tx: Tx,
  row: Omit<BudgetRow, 'revision'>,
  expected: number,
): Promise<BudgetRow | undefined> {
  const { organizationId, ...changes } = row;
  if (expected === 1) {
    const [made] = await tx
      .insert(budget)
      .values({ ...row, revision: 2 })
      .onConflictDoNothing()
      .returning();
    return made;
  }
  const [changed] = await tx
    .update(budget)
    .set({ ...changes, revision: sql`${budget.revision} + 1` })
    .where(and(eq(budget.organizationId, organizationId), eq(budget.revision, expected)))
    .returning();
  return changed;
}

export async function findSpending(
  tx: Tx,
  organizationId: string,
  keys: readonly PeriodKey[],
): Promise<SpendingRow[]> {
  const these = keys.map(({ period, startsOn }) =>
    and(eq(spending.period, period), eq(spending.startsOn, startsOn)),
  );
  return tx
    .select()
    .from(spending)
    .where(and(eq(spending.organizationId, organizationId), or(...these)));
}

/** Holds `amount` in a period if it fits under `limit` with all that is spent and held; else changes nothing. */
export async function holdSpending(
  tx: Tx,
  row: PeriodKey & { organizationId: string },
  amount: number,
  limit: number,
): Promise<boolean> {
  if (amount > limit) return false;
  const held = await tx
    .insert(spending)
    .values({ ...row, spent: 0, reserved: amount })
    .onConflictDoUpdate({
      target: [spending.organizationId, spending.period, spending.startsOn],
      set: { reserved: sql`${spending.reserved} + ${amount}` },
      setWhere: sql`${spending.spent} + ${spending.reserved} + ${amount} <= ${limit}`,
    })
    .returning({ period: spending.period });
  return held.length === 1;
}

/** Gives back what was held and writes down what it came to. */
export async function settleSpending(
  tx: Tx,
  period: PeriodKey & { organizationId: string },
  { held, spent }: { held: number; spent: number },
): Promise<SpendingRow> {
  const [row] = await tx
    .insert(spending)
    .values({ ...period, spent, reserved: 0 })
    .onConflictDoUpdate({
      target: [spending.organizationId, spending.period, spending.startsOn],
      set: {
        spent: sql`${spending.spent} + ${spent}`,
        reserved: sql`greatest(0, ${spending.reserved} - ${held})`,
      },
    })
    .returning();
  return row as SpendingRow;
}

export type LimitRow = typeof usageLimit.$inferSelect;
export type NewLimit = typeof usageLimit.$inferInsert;

const oneLimit = (organizationId: string, id: string) =>
  and(eq(usageLimit.organizationId, organizationId), eq(usageLimit.id, id));

/** All of an organization, of which there are few: each person and the organization first. */
export async function listLimitRows(tx: Tx, organizationId: string): Promise<LimitRow[]> {
  return tx
    .select()
    .from(usageLimit)
    .where(eq(usageLimit.organizationId, organizationId))
    .orderBy(asc(usageLimit.createdAt), asc(usageLimit.id))
    .prepare()
    .execute();
}

export async function findLimitRow(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<LimitRow | undefined> {
  const [row] = await tx.select().from(usageLimit).where(oneLimit(organizationId, id));
  return row;
}

/** Undefined where there is one of this already. */
export async function insertLimit(tx: Tx, row: NewLimit): Promise<LimitRow | undefined> {
  const [inserted] = await tx.insert(usageLimit).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateLimitRow(
  tx: Tx,
  row: Pick<LimitRow, 'organizationId' | 'id'>,
  expected: number,
  changes: Partial<NewLimit>,
): Promise<LimitRow | undefined> {
  const [updated] = await tx
    .update(usageLimit)
    .set({ ...changes, revision: sql`${usageLimit.revision} + 1` })
    .where(and(oneLimit(row.organizationId, row.id), eq(usageLimit.revision, expected)))
    .returning();
  return updated;
}

export async function deleteLimitRow(
  tx: Tx,
  row: Pick<LimitRow, 'organizationId' | 'id'>,
  expected: number,
): Promise<boolean> {
  const deleted = await tx
    .delete(usageLimit)
    .where(and(oneLimit(row.organizationId, row.id), eq(usageLimit.revision, expected)))
    .returning({ id: usageLimit.id });
  return deleted.length === 1;
}
