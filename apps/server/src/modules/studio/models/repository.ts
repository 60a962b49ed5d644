import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { modelConnection } from './schema.ts';

export type ConnectionRow = typeof modelConnection.$inferSelect;
export type NewConnection = typeof modelConnection.$inferInsert;
export type ConnectionChanges = Partial<
  Omit<NewConnection, 'organizationId' | 'id' | 'revision' | 'createdAt'>
>;

const one = (organizationId: string, connectionId: string) =>
  and(eq(modelConnection.organizationId, organizationId), eq(modelConnection.id, connectionId));

export async function listConnectionRows(tx: Tx, organizationId: string): Promise<ConnectionRow[]> {
  return tx
    .select()
    .from(modelConnection)
    .where(eq(modelConnection.organizationId, organizationId))
    .orderBy(asc(modelConnection.nameKey), asc(modelConnection.id));
}

export async function findConnectionRow(
  tx: Tx,
  organizationId: string,
  connectionId: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await tx.select().from(modelConnection).where(one(organizationId, connectionId));
  return row;
}

export async function isNameTaken(tx: Tx, organizationId: string, nameKey: string): Promise<boolean> {
  const rows = await tx
    .select({ id: modelConnection.id })
    .from(modelConnection)
    .where(and(eq(modelConnection.organizationId, organizationId), eq(modelConnection.nameKey, nameKey)));
  return rows.length > 0;
}

export async function countConnections(tx: Tx, organizationId: string): Promise<number> {
  const [row] = await tx
    .select({ connections: count() })
    .from(modelConnection)
    .where(eq(modelConnection.organizationId, organizationId));
  return row?.connections ?? 0;
}

export async function insertConnection(tx: Tx, row: NewConnection): Promise<ConnectionRow | undefined> {
  const [inserted] = await tx.insert(modelConnection).values(row).returning();
  return inserted;
}

/** Changes the row if it is still at `expected`; undefined when it is not. */
export async function updateConnectionRow(
  tx: Tx,
  row: Pick<ConnectionRow, 'organizationId' | 'id'>,
  expected: number,
  changes: ConnectionChanges,
): Promise<ConnectionRow | undefined> {
  const [updated] = await tx
    .update(modelConnection)
    .set({ ...changes, revision: sql`${modelConnection.revision} + 1` })
    .where(and(one(row.organizationId, row.id), eq(modelConnection.revision, expected)))
    .returning();
  return updated;
}

export async function deleteConnectionRow(
  tx: Tx,
  row: Pick<ConnectionRow, 'organizationId' | 'id'>,
  expected: number,
): Promise<boolean> {
  const deleted = await tx
    .delete(modelConnection)
    .where(and(one(row.organizationId, row.id), eq(modelConnection.revision, expected)))
    .returning({ id: modelConnection.id });
  return deleted.length === 1;
}

/** Organizations with keys that an older master key sealed. */
export async function organizationsWithOlderSeals(tx: Tx, newestKeyId: string): Promise<string[]> {
  const found = sql`select organizations_with_older_seals(${newestKeyId}) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** Stores the same key under another seal, if nobody changed it meanwhile; no revision, since nothing shown changes. */
export async function replaceSeal(
  tx: Tx,
  row: Pick<ConnectionRow, 'organizationId' | 'id'> & { sealedKey: string },
  sealedKey: string,
): Promise<void> {
  await tx
    .update(modelConnection)
    .set({ sealedKey })
    .where(and(one(row.organizationId, row.id), eq(modelConnection.sealedKey, row.sealedKey)));
}
