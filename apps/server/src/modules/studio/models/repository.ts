import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { modelChain, modelConnection, modelFacts } from './schema.ts';

export type ConnectionRow = typeof modelConnection.$inferSelect;
export type NewConnection = typeof modelConnection.$inferInsert;
export type ChainRow = typeof modelChain.$inferSelect;
export type NewChain = typeof modelChain.$inferInsert;
export type FactsRow = typeof modelFacts.$inferSelect;
export type NewFacts = typeof modelFacts.$inferInsert;
export type ConnectionChanges = Partial<
  Omit<NewConnection, 'organizationId' | 'id' | 'revision' | 'createdAt'>
>;

const one = (organizationId: string, connectionId: string) =>
  and(eq(modelConnection.organizationId, organizationId), eq(modelConnection.id, connectionId));

export async function listConnectionRows(
  tx: Tx,
  organizationId: string,
  visible: SQL | undefined,
): Promise<ConnectionRow[]> {
  return tx
    .select()
    .from(modelConnection)
    .where(and(eq(modelConnection.organizationId, organizationId), visible))
    .orderBy(asc(modelConnection.nameKey), asc(modelConnection.id));
}

export async function findConnectionRow(
  tx: Tx,
  organizationId: string,
  connectionId: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(modelConnection)
    .where(one(organizationId, connectionId))
    .prepare()
    .execute();
  return row;
}

const ofOwner = (ownerId: string | null) =>
  ownerId === null ? isNull(modelConnection.ownerId) : eq(modelConnection.ownerId, ownerId);

/** Among the connections of the organization, or among those of one person. */
export async function isNameTaken(
  tx: Tx,
  organizationId: string,
  ownerId: string | null,
  nameKey: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: modelConnection.id })
    .from(modelConnection)
    .where(
      and(
        eq(modelConnection.organizationId, organizationId),
        ofOwner(ownerId),
        eq(modelConnection.nameKey, nameKey),
      ),
    );
  return rows.length > 0;
}

export async function countConnections(
  tx: Tx,
  organizationId: string,
  ownerId: string | null,
): Promise<number> {
  const [row] = await tx
    .select({ connections: count() })
    .from(modelConnection)
    .where(and(eq(modelConnection.organizationId, organizationId), ofOwner(ownerId)));
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

/** With what was said of its models. */
export async function deleteConnectionRow(
  tx: Tx,
  row: Pick<ConnectionRow, 'organizationId' | 'id'>,
  expected: number,
): Promise<boolean> {
  const [held] = await tx
    .select({ id: modelConnection.id })
    .from(modelConnection)
    .where(and(one(row.organizationId, row.id), eq(modelConnection.revision, expected)))
    .for('update');
  if (!held) return false;
  await tx
    .delete(modelFacts)
    .where(and(eq(modelFacts.organizationId, row.organizationId), eq(modelFacts.connectionId, row.id)));
  await tx.delete(modelConnection).where(one(row.organizationId, row.id));
  return true;
}

/** The connections of somebody who has left. */
export async function listConnectionsOf(
  tx: Tx,
  organizationId: string,
  ownerId: string,
): Promise<ConnectionRow[]> {
  return listConnectionRows(tx, organizationId, eq(modelConnection.ownerId, ownerId));
}

const oneFacts = (organizationId: string, factsId: string) =>
  and(eq(modelFacts.organizationId, organizationId), eq(modelFacts.id, factsId));

export async function listFactsRows(tx: Tx, organizationId: string): Promise<FactsRow[]> {
  return tx.select().from(modelFacts).where(eq(modelFacts.organizationId, organizationId));
}

export async function findFactsRow(
  tx: Tx,
  organizationId: string,
  factsId: string,
): Promise<FactsRow | undefined> {
  const [row] = await tx.select().from(modelFacts).where(oneFacts(organizationId, factsId));
  return row;
}

export async function findFactsOf(
  tx: Tx,
  organizationId: string,
  { connectionId, model }: { connectionId: string; model: string },
): Promise<FactsRow | undefined> {
  const [row] = await tx
    .select()
    .from(modelFacts)
    .where(
      and(
        eq(modelFacts.organizationId, organizationId),
        eq(modelFacts.connectionId, connectionId),
        eq(modelFacts.model, model),
      ),
    )
    .prepare()
    .execute();
  return row;
}

export async function insertFacts(tx: Tx, row: NewFacts): Promise<FactsRow | undefined> {
  const [inserted] = await tx.insert(modelFacts).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateFactsRow(
  tx: Tx,
  row: Pick<FactsRow, 'organizationId' | 'id'>,
  expected: number,
  changes: Partial<NewFacts>,
): Promise<FactsRow | undefined> {
  const [updated] = await tx
    .update(modelFacts)
    .set({ ...changes, revision: sql`${modelFacts.revision} + 1` })
    .where(and(oneFacts(row.organizationId, row.id), eq(modelFacts.revision, expected)))
    .returning();
  return updated;
}

export async function deleteFactsRow(
  tx: Tx,
  row: Pick<FactsRow, 'organizationId' | 'id'>,
  expected: number,
): Promise<boolean> {
  const deleted = await tx
    .delete(modelFacts)
    .where(and(oneFacts(row.organizationId, row.id), eq(modelFacts.revision, expected)))
    .returning({ id: modelFacts.id });
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

const oneChain = (organizationId: string, chainId: string) =>
  and(eq(modelChain.organizationId, organizationId), eq(modelChain.id, chainId));

export async function listChainRows(tx: Tx, organizationId: string): Promise<ChainRow[]> {
  return tx
    .select()
    .from(modelChain)
    .where(eq(modelChain.organizationId, organizationId))
    .orderBy(asc(modelChain.nameKey), asc(modelChain.id));
}

export async function findChainRow(
  tx: Tx,
  organizationId: string,
  chainId: string,
): Promise<ChainRow | undefined> {
  const [row] = await tx.select().from(modelChain).where(oneChain(organizationId, chainId));
  return row;
}

/** Undefined when the name is taken. */
export async function insertChain(tx: Tx, row: NewChain): Promise<ChainRow | undefined> {
  const [inserted] = await tx.insert(modelChain).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateChainRow(
  tx: Tx,
  row: Pick<ChainRow, 'organizationId' | 'id'>,
  expected: number,
  changes: Partial<NewChain>,
): Promise<ChainRow | undefined> {
  const [updated] = await tx
    .update(modelChain)
    .set({ ...changes, revision: sql`${modelChain.revision} + 1` })
    .where(and(oneChain(row.organizationId, row.id), eq(modelChain.revision, expected)))
    .returning();
  return updated;
}

export async function deleteChainRow(
  tx: Tx,
  row: Pick<ChainRow, 'organizationId' | 'id'>,
  expected: number,
): Promise<boolean> {
  const deleted = await tx
    .delete(modelChain)
    .where(and(oneChain(row.organizationId, row.id), eq(modelChain.revision, expected)))
    .returning({ id: modelChain.id });
  return deleted.length === 1;
}
