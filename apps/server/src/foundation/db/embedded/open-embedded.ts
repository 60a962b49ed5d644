import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { makeDirectory } from '../../disk/make-directory.ts';
import { assertCommitted, beginSql, type Database } from '../database.ts';
import { MigrationRefused, prepareDatabase } from '../migrate.ts';
import type { TableClasses } from '../table-classes.ts';
import { assertOutsideTransaction, insideTransaction } from '../transaction-guard.ts';
import { takeDataLock } from './data-lock.ts';
import { startDatabaseThread } from './thread.ts';

/** The major version of PostgreSQL inside the pinned PGlite; a directory of another one does not open. */
const postgresMajor = '18';

export interface EmbeddedOptions {
  /** Where the data lives; null keeps it in memory. */
  dataDirectory: string | null;
  template?: Uint8Array;
  classes: TableClasses[];
  /** Further statements of the owner after the migrations; for tests. */
  prepare?(script: (sql: string) => Promise<unknown>): Promise<void>;
}

/** A sentence for the operator, said before anything is opened. */
export class DataDirectoryRefused extends Error {}

function checkVersion(directory: string): void {
  const file = path.join(directory, 'PG_VERSION');
  if (!fs.existsSync(file)) return;
  const version = fs.readFileSync(file, 'utf8').trim();
  if (version !== postgresMajor)
    throw new DataDirectoryRefused(
      `The data in ${directory} was written by PostgreSQL ${version}, and this version of PromptVault embeds ${postgresMajor}. Start the version that wrote it, export the vault, and import it here.`,
    );
}

/**
 * Makes a new cluster in a process of its own: doing it here would keep twice the memory for the rest of the
 * process's life, since the engine optimises code that is used this once.
 */
async function createCluster(directory: string): Promise<void> {
  const script = fileURLToPath(new URL('./create-cluster.ts', import.meta.url));
  // Made beside its place and then moved, so that a start killed half-way leaves no half cluster.
  const staged = `${directory}.new`;
  fs.rmSync(staged, { recursive: true, force: true });
  const child = spawn(process.execPath, ['--liftoff-only', script, staged], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0)
    throw new DataDirectoryRefused(`The database in ${directory} could not be made. ${complaint.trim()}`);
  fs.renameSync(staged, directory);
}

/**
 * Opens the embedded database: lock, thread, migrations, wall.
 * @throws DataDirectoryRefused when another process has the directory or it is of another version
 */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Database & { dump(): Promise<Uint8Array> }> {
  const directory = options.dataDirectory && path.join(options.dataDirectory, 'postgres');
  let release = () => {};
  if (options.dataDirectory && directory) {
    await makeDirectory(options.dataDirectory);
    const taken = takeDataLock(options.dataDirectory);
    if ('heldBy' in taken)
      throw new DataDirectoryRefused(
        `Another PromptVault (process ${taken.heldBy}) is using ${options.dataDirectory}. Stop it first, or set PROMPTVAULT_DATA to another directory.`,
      );
    release = () => taken.lock.release();
  }
  try {
    if (directory) checkVersion(directory);
    if (directory && !fs.existsSync(path.join(directory, 'PG_VERSION'))) await createCluster(directory);
    const thread = await startDatabaseThread({
      dataDirectory: directory,
      template: options.template ?? null,
    });
    try {
      await thread.lease(
        async (session, script) => {
          await prepareDatabase(session, script, options.classes);
          await options.prepare?.(script);
        },
        { patient: true },
      );
      if (directory) await assertDurable(() => thread.fsyncs(), thread.lease);
    } catch (error) {
      await thread.close();
      throw error;
    }

    let restingRole: string | undefined;
    const asIdentity = drizzle({
      client: {
        async query(config: never, values?: unknown[]) {
          assertOutsideTransaction('Identity was asked');
          const results = await thread.batch([
            'begin',
            "select set_config('role', 'pv_identity', true)",
            { ...(config as object), values } as never,
            'commit',
          ]);
          return results[2];
        },
      } as never,
    });

    return {
      kind: 'embedded',
      connectionString: undefined,
      lost: thread.died,
      identity: asIdentity as never,
      tenant: (scope, fn, lane) =>
        insideTransaction(() =>
          thread.lease(
            async (session, script, handOver) => {
              // Not awaited: the first query follows in the same turn of the thread.
              const begun = script(beginSql(scope));
              begun.catch(() => undefined);
              let result: Awaited<ReturnType<typeof fn>>;
              try {
                result = await fn(drizzle({ client: session as never }));
                await begun;
              } catch (error) {
                await begun.catch(() => undefined);
                await script('rollback');
                throw error;
              }
              // Whatever becomes of it, this ends the transaction: the next one need not wait for the answer.
              const committed = script('commit');
              handOver();
              assertCommitted((await committed).at(-1)?.command);
              return result;
            },
            { lane },
          ),
        ),
      system: async (text, values) => {
        assertOutsideTransaction('The job queue was asked');
        return thread.lease(
          async (session, script) => {
            try {
              if (values && values.length > 0) return await session.query({ text, values });
              const results = await script(text);
              return {
                rows: results.flatMap((result) => result.rows),
                rowCount: results.at(-1)?.rowCount ?? 0,
                command: results.at(-1)?.command ?? '',
                fields: results.at(-1)?.fields ?? [],
              };
            } catch (error) {
              await script('rollback').catch(() => undefined);
              throw error;
            }
          },
          { lane: 'background' },
        );
      },
      seal: async () => {
        restingRole = 'pv_server';
        await thread.lease((_session, script) => script(`set role ${restingRole}`));
        await thread.keepPlans();
      },
      maintain: () =>
        thread.lease(
          async (_session, script) => {
            await script('reset role');
            try {
              await script('vacuum (analyze)');
            } finally {
              if (restingRole) await script(`set role ${restingRole}`);
            }
          },
          { patient: true, lane: 'background' },
        ),
      ping: (timeoutMs) => answersWithin(timeoutMs, thread.batch(['select 1'])),
      hear: thread.hear,
      fsyncs: () => thread.fsyncs(),
      dump: () => thread.dump(),
      close: async () => {
        await thread.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

export async function answersWithin(timeoutMs: number, answer: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([answer.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** The durability patch reaches into PGlite; if an upgrade breaks it, the start must fail, not a power cut. */
async function assertDurable(
  fsyncs: () => Promise<number>,
  lease: Awaited<ReturnType<typeof startDatabaseThread>>['lease'],
): Promise<void> {
  const before = await fsyncs();
  await lease(async (_session, script) => {
    await script(
      'create table if not exists durability_probe (at timestamptz); revoke all on durability_probe from public;',
    );
    await script('begin; delete from durability_probe; insert into durability_probe values (now()); commit;');
  });
  if ((await fsyncs()) === before)
    throw new MigrationRefused(
      'The embedded database did not ask the disk to keep a commit; it is not safe to use.',
    );
}
