import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { privateRunPolicy } from '../schema.ts';

export type PrivatePolicyRow = typeof privateRunPolicy.$inferSelect;

export async function findPrivatePolicy(
  tx: Tx,
  organizationId: string,
): Promise<PrivatePolicyRow | undefined> {
  const [row] = await tx
    .select()
    .from(privateRunPolicy)
    .where(eq(privateRunPolicy.organizationId, organizationId));
  return row;
}

/** The first change makes the row, which until then is there in all but fact. Undefined when it is not at `expected`. */
export async function savePrivatePolicy(
  tx: Tx,
  { organizationId, ...changes }: Omit<PrivatePolicyRow, 'revision'>,
  expected: number,
): Promise<PrivatePolicyRow | undefined> {
  if (expected === 1) {
    const [made] = await tx
      .insert(privateRunPolicy)
      .values({ organizationId, ...changes, revision: 2 })
      .onConflictDoNothing()
      .returning();
    return made;
  }
  const [changed] = await tx
    .update(privateRunPolicy)
    .set({ ...changes, revision: sql`${privateRunPolicy.revision} + 1` })
    .where(and(eq(privateRunPolicy.organizationId, organizationId), eq(privateRunPolicy.revision, expected)))
    .returning();
  return changed;
}
