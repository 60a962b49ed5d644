/**
 * The database that each test begins with: migrated, with its wall and the tables of the job queue, and nothing in it. It is
 * made once for each state of all those, and copied from then on: a tenth of the time of making it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findModules } from '@promptvault/server/assembly/find-modules';
import type { Database } from '@promptvault/server/foundation/db/database';
import { openEmbedded } from '@promptvault/server/foundation/db/embedded/open-embedded';
import { openPostgres } from '@promptvault/server/foundation/db/open-postgres';
import type { TableClasses } from '@promptvault/server/foundation/db/table-classes';
import { wallSql } from '@promptvault/server/foundation/db/wall';
import { createJobQueue } from '@promptvault/server/foundation/jobs/job-queue';
import { silentLog } from '@promptvault/server/foundation/log/log';
import pg from 'pg';

/** What the database is made from: its name tells one state from another. */
async function stateOf(): Promise<{ name: string; classes: TableClasses[] }> {
  const modules = await findModules();
  const classes = modules.flatMap((module) => (module.tables ? [module.tables] : []));
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  const hash = createHash('sha256').update(wallSql(classes));
  const migrations = path('../../../apps/server/migrations');
  for (const name of readdirSync(migrations).sort())
    hash.update(name).update(readFileSync(join(migrations, name, 'migration.sql')));
  const queue = path('../../../apps/server/src/foundation/jobs/job-queue.ts');
  hash.update(readFileSync(queue)).update(readFileSync(createRequire(queue).resolve('pg-boss')));
  return { name: hash.digest('hex').slice(0, 24), classes };
}

async function addJobQueue(db: Database): Promise<void> {
  const jobs = createJobQueue(db, {}, silentLog);
  await jobs.prepare();
  await jobs.stop();
}

/** The files of an embedded database, packed. */
export async function emptyCluster(): Promise<Uint8Array> {
  const { name, classes } = await stateOf();
  const file = join(tmpdir(), `promptvault-template-${name}.tar`);
  if (existsSync(file)) return readFileSync(file);
  const db = await openEmbedded({ dataDirectory: null, classes });
  await addJobQueue(db);
  const dump = await db.dump();
  await db.close();
  writeFileSync(`${file}.${process.pid}`, dump);
  renameSync(`${file}.${process.pid}`, file);
  return dump;
}

/** Any constant: the tests that come first take turns, so that one makes what all copy. */
const makingLock = 7_305_822;

/** A database of its own on the test server. */
export async function makeDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const { name: state, classes } = await stateOf();
  const empty = `pv_empty_${state}`;
  const name = `pv_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const urlOf = (database: string) => Object.assign(new URL(server), { pathname: database }).href;
  const run = async <T>(fn: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      return await fn(client);
    } finally {
      await client.end();
    }
  };

  await run(async (client) => {
    await client.query('select pg_advisory_lock($1)', [makingLock]);
    const made = await client.query('select 1 from pg_database where datname = $1', [empty]);
    if (made.rowCount === 0) {
      await client.query(`drop database if exists ${empty}_new with (force)`);
      await client.query(`create database ${empty}_new`);
      const db = await openPostgres({
        url: urlOf(`${empty}_new`),
        classes,
        onError: (error) => {
          throw error;
        },
      });
      await addJobQueue(db);
      await db.close();
      await client.query(`alter database ${empty}_new rename to ${empty}`);
    }
    // Still behind the lock: two copies at once of one database are refused.
    await client.query(`create database ${name} template ${empty}`);
  });
  /** The server's own cleaning may be at work in it, which nobody but a superuser ends; it is over soon. */
  const drop = async (turn = 1): Promise<void> => {
    try {
      await run((client) => client.query(`drop database if exists ${name} with (force)`));
    } catch (error) {
      if (turn === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await drop(turn + 1);
    }
  };
  return { url: urlOf(name), drop };
}
