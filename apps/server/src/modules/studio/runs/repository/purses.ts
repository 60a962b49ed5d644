import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { runPurse } from '../schema.ts';

export type PurseRow = typeof runPurse.$inferSelect;

interface Place {
  tx: Tx;
  organizationId: string;
}

const one = ({ organizationId }: Place, id: string) =>
  and(eq(runPurse.organizationId, organizationId), eq(runPurse.id, id));

export async function insertPurse({ tx }: Place, row: typeof runPurse.$inferInsert): Promise<void> {
  await tx.insert(runPurse).values(row);
}

export async function findPurse(place: Place, id: string): Promise<PurseRow | undefined> {
  const [row] = await place.tx.select().from(runPurse).where(one(place, id));
  return row;
}

/** False, and nothing is held, when it would be more than there is. */
export async function holdInPurse(place: Place, id: string, amount: number): Promise<boolean> {
  const { limitMicroDollars: limit, spentMicroDollars: spent, heldMicroDollars: held } = runPurse;
  const rows = await place.tx
    .update(runPurse)
    .set({ heldMicroDollars: sql`${held} + ${amount}::bigint` })
    .where(and(one(place, id), sql`(${limit} is null or ${spent} + ${held} + ${amount}::bigint <= ${limit})`))
    .returning({ id: runPurse.id });
  return rows.length === 1;
}

/** Gives back what was held, and takes what it came to. */
export async function settlePurse(
  place: Place,
  id: string,
  { held, spent }: { held: number; spent: number },
): Promise<void> {
  await place.tx
    .update(runPurse)
    .set({
      heldMicroDollars: sql`greatest(0, ${runPurse.heldMicroDollars} - ${held}::bigint)`,
      spentMicroDollars: sql`${runPurse.spentMicroDollars} + ${spent}::bigint`,
    })
    .where(one(place, id));
}

export async function limitPurseRow(place: Place, id: string, limit: number | null): Promise<void> {
  await place.tx.update(runPurse).set({ limitMicroDollars: limit }).where(one(place, id));
}
