import type { Socket } from 'node:net';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { assertCommitted, beginSql, type Database } from './database.ts';
import { answersWithin } from './embedded/open-embedded.ts';
import type { QueryResult } from './embedded/thread.ts';
import { keepsPlan } from './keeps-plan.ts';
import { prepareDatabase } from './migrate.ts';
import type { TableClasses } from './table-classes.ts';
import { assertOutsideTransaction, insideTransaction } from './transaction-guard.ts';

/** Any constant will do, as long as every version uses the same: starts of two processes take turns. */
const migrationLock = 7_305_821;

export interface PostgresOptions {
  url: string;
  classes: TableClasses[];
  poolSize?: number;
  onError(error: Error): void;
}

function pool(options: PostgresOptions, max: number, role: string | undefined): pg.Pool {
  const made = new pg.Pool({
    connectionString: options.url,
    // The checks of foreign keys keep their plans, and of ours those that have a name (below).
    options: `-c plan_cache_mode=auto${role ? ` -c role=${role}` : ''}`,
    max,
    ...(role === 'pv_server' && { pipeline: true }),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a connection that the server closes would end the process.
  made.on('error', options.onError);
  made.on('connect', (client) => {
    client.on('error', options.onError);
  });
  return made;
}

const statementNames = new Map<string, string>();
/** Texts that differ in the number of rows are many: beyond this they are sent without a name. */
const mostStatements = 500;

/** Names a statement whose plan may be kept; one without a name is planned for the values at hand. */
function prepared(config: unknown): unknown {
  if (typeof config !== 'object' || config === null || !('text' in config) || typeof config.text !== 'string')
    return config;
  const named = config as { text: string; name?: string };
  if (named.name !== undefined || !keepsPlan(named)) return config;
  let name = statementNames.get(config.text);
  if (!name) {
    if (statementNames.size >= mostStatements) return config;
    name = `pv${statementNames.size}`;
    statementNames.set(config.text, name);
  }
  return { ...config, name };
}

/** Connections whose writes are held back until the end of this turn. */
const held = new WeakSet<object>();

/** What is asked for in one turn goes to the server in one write. */
function holdForThisTurn(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  // After the promises that are ready, each of which may ask for more.
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}

/**
 * One transaction's use of a client. Queries are sent in the order they are asked for and without waiting for the
 * answers of those before, so that operations which need nothing of each other (`Promise.all`) cost one way to the
 * server and back. None is sent once the end was asked for: it would run in the next transaction of the connection.
 */
function useClient(client: pg.PoolClient) {
  let open = true;
  let broken: Error | undefined;
  const send = async (config: unknown, values?: unknown[]): Promise<pg.QueryResult> => {
    holdForThisTurn(client);
    try {
      return await client.query(prepared(config) as never, values as never);
    } catch (error) {
      // Not an answer of the server: what this connection has prepared, or where it stands, is no longer known.
      if (!(error instanceof pg.DatabaseError)) broken ??= error as Error;
      throw error;
    }
  };
  return {
    /** Why the connection must not be used again. */
    broken: () => broken,
    async query(config: unknown, values?: unknown[]): Promise<unknown> {
      if (!open) throw new Error('A query was sent through a database session that has ended.');
      return send(config, values);
    },
    end(how: 'commit' | 'rollback'): Promise<pg.QueryResult> {
      open = false;
      return send(how);
    },
  };
}

/** Opens a PostgreSQL server (15 or newer): migrations as the login, everything else as unprivileged roles. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const owner = pool(options, 3, undefined);
  const keeper = await owner.connect().catch(async (error: unknown) => {
    await owner.end();
    throw error;
  });
  try {
    const version = Number((await keeper.query('show server_version_num')).rows[0]?.server_version_num);
    if (version < 150_000)
      throw new Error(`PostgreSQL 15 or newer is needed, this server is ${Math.floor(version / 10_000)}.`);
    // Kept until `seal`: whatever else the owner prepares must not meet another process that does the same.
    await keeper.query('select pg_advisory_lock($1)', [migrationLock]);
    await prepareDatabase(keeper as never, (sql) => keeper.query(sql), options.classes);
  } catch (error) {
    keeper.release(true);
    await owner.end();
    throw error;
  }
  const app = pool(options, options.poolSize ?? 10, 'pv_server');
  const identity = pool(options, 4, 'pv_identity');
  let system = owner;
  let ownerOpen = true;
  const closeOwner = async () => {
    if (!ownerOpen) return;
    ownerOpen = false;
    // Its end frees the lock.
    keeper.release(true);
    await owner.end();
  };

  return {
    kind: 'postgres',
    connectionString: options.url,
    lost: new Promise(() => {}),
    identity: drizzle({ client: identity }),
    tenant: (scope, fn) =>
      insideTransaction(async () => {
        const client = await app.connect();
        const session = useClient(client);
        try {
          const begun = session.query(beginSql(scope));
          begun.catch(() => undefined);
          const result = await fn(drizzle({ client: session as never }));
          await begun;
          assertCommitted((await session.end('commit')).command);
          return result;
        } catch (error) {
          await session.end('rollback').catch(() => undefined);
          throw error;
        } finally {
          client.release(session.broken());
        }
      }),
    system: async (text, values) => {
      assertOutsideTransaction('The job queue was asked');
      const client = await system.connect();
      let broken: Error | undefined;
      try {
        const result: pg.QueryResult | pg.QueryResult[] = values?.length
          ? await client.query(text, values)
          : await client.query(text);
        const all = Array.isArray(result) ? result : [result];
        const last = all.at(-1);
        return {
          rows: all.flatMap((one) => one.rows ?? []),
          rowCount: last?.rowCount ?? 0,
          command: last?.command ?? '',
          fields: (last?.fields ?? []) as QueryResult['fields'],
        };
      } catch (error) {
        // A script may have failed between its own `begin` and `commit`.
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    seal: async () => {
      system = app;
      await closeOwner();
    },
    maintain: async () => {},
    ping: (timeoutMs) => answersWithin(timeoutMs, app.query('select 1')),
    hear: () => undefined,
    fsyncs: async () => 0,
    close: async () => {
      await Promise.all([app.end(), identity.end(), closeOwner()]);
    },
  };
}
