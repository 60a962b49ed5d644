import { and, eq, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { budget, meterEntry, spending } from './schema.ts';

export type BudgetRow = typeof budget.$inferSelect;
export type SpendingRow = typeof spending.$inferSelect;
export type PeriodKey = Pick<SpendingRow, 'period' | 'startsOn'>;

export async function insertMeterEntry(tx: Tx, row: typeof meterEntry.$inferInsert): Promise<void> {
  await tx.insert(meterEntry).values(row);
}

export async function findBudget(tx: Tx, organizationId: string): Promise<BudgetRow | undefined> {
  const [row] = await tx.select().from(budget).where(eq(budget.organizationId, organizationId));
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
  row: PeriodKey & { organizationId: string },
  { held, spent }: { held: number; spent: number },
): Promise<void> {
  await tx
    .insert(spending)
    .values({ ...row, spent, reserved: 0 })
    .onConflictDoUpdate({
      target: [spending.organizationId, spending.period, spending.startsOn],
      set: {
        spent: sql`${spending.spent} + ${spent}`,
        reserved: sql`greatest(0, ${spending.reserved} - ${held})`,
      },
    });
}
