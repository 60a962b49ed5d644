import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Session } from './embedded/thread.ts';
import type { TableClasses } from './table-classes.ts';
import { wallHash, wallSql } from './wall.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** A sentence for the operator: the database was written by a newer version, or cannot be prepared. */
export class MigrationRefused extends Error {}

async function appliedMigrations(session: Session): Promise<string[]> {
  const exists = await session.query(`select to_regclass('drizzle.__drizzle_migrations') as name`);
  if (!(exists.rows[0] as { name: string | null }).name) return [];
  const { rows } = await session.query('select name from drizzle.__drizzle_migrations');
  return (rows as { name: string }[]).map((row) => row.name);
}

/**
 * Brings the database to this version: migrations forward, then the wall. The session must be the owner's.
 * @throws MigrationRefused when the database holds migrations this version does not know
 */
export async function prepareDatabase(
  session: Session,
  script: (sql: string) => Promise<unknown>,
  classes: TableClasses[],
): Promise<void> {
  const known = new Set(
    readdirSync(migrationsFolder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    ),
  );
  const unknown = (await appliedMigrations(session)).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new MigrationRefused(
      `This database was used by a newer version of PromptVault (it has the change "${unknown[0]}", which this version does not know). Start the newer version, or restore a backup made before the upgrade.`,
    );
  await script(
    'create extension if not exists pg_trgm; create extension if not exists unaccent; create extension if not exists btree_gin;',
  );
  await migrate(drizzle({ client: session as never }), { migrationsFolder });
  const sql = wallSql(classes);
  const hash = wallHash(sql);
  await script(
    'create table if not exists wall_state (hash text primary key); revoke all on wall_state from public;',
  );
  const { rows } = await session.query('select hash from wall_state');
  if ((rows as { hash: string }[]).some((row) => row.hash === hash)) return;
  await script(`begin; ${sql} delete from wall_state; insert into wall_state values ('${hash}'); commit;`);
}
