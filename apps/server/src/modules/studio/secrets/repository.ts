import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { secret } from './schema.ts';

export type SecretRow = typeof secret.$inferSelect;
export type NewSecret = typeof secret.$inferInsert;

const one = (organizationId: string, secretId: string) =>
  and(eq(secret.organizationId, organizationId), eq(secret.id, secretId));

export async function listSecretRows(tx: Tx, organizationId: string): Promise<SecretRow[]> {
  return tx
    .select()
    .from(secret)
    .where(eq(secret.organizationId, organizationId))
    .orderBy(asc(sql`${secret.name} collate "C"`));
}

export async function findSecretRow(
  tx: Tx,
  organizationId: string,
  secretId: string,
): Promise<SecretRow | undefined> {
  const [row] = await tx.select().from(secret).where(one(organizationId, secretId));
  return row;
}

export async function findSecretsByName(
  tx: Tx,
  organizationId: string,
  names: readonly string[],
): Promise<SecretRow[]> {
  if (names.length === 0) return [];
  return tx
    .select()
    .from(secret)
    .where(and(eq(secret.organizationId, organizationId), inArray(secret.name, [...names])));
}

/** Undefined when the name is taken: the row is then not inserted, and the transaction lives on. */
export async function insertSecret(tx: Tx, row: NewSecret): Promise<SecretRow | undefined> {
  const [inserted] = await tx.insert(secret).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateSecretRow(
  tx: Tx,
  row: Pick<SecretRow, 'organizationId' | 'id'>,
  expected: number,
  changes: Partial<NewSecret>,
): Promise<SecretRow | undefined> {
  const [updated] = await tx
    .update(secret)
    .set({ ...changes, revision: sql`${secret.revision} + 1` })
    .where(and(one(row.organizationId, row.id), eq(secret.revision, expected)))
    .returning();
  return updated;
}

export async function deleteSecretRow(
  tx: Tx,
  row: Pick<SecretRow, 'organizationId' | 'id'>,
  expected: number,
): Promise<boolean> {
  const deleted = await tx
    .delete(secret)
    .where(and(one(row.organizationId, row.id), eq(secret.revision, expected)))
    .returning({ id: secret.id });
  return deleted.length === 1;
}

/** Organizations with values that an older master key sealed. */
export async function organizationsWithOlderSecrets(tx: Tx, newestKeyId: string): Promise<string[]> {
  const found = sql`select organizations_with_older_secrets(${newestKeyId}) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** The same value under another seal, if nobody replaced it meanwhile; no revision, since nothing shown changes. */
export async function replaceSeal(tx: Tx, row: SecretRow, sealedValue: string): Promise<void> {
  await tx
    .update(secret)
    .set({ sealedValue })
    .where(and(one(row.organizationId, row.id), eq(secret.sealedValue, row.sealedValue)));
}
