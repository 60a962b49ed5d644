import type { Tx } from '../../../foundation/db/database.ts';
import { meterEntry } from './schema.ts';

export async function insertMeterEntry(tx: Tx, row: typeof meterEntry.$inferInsert): Promise<void> {
  await tx.insert(meterEntry).values(row);
}
