/// <reference path="./pg-values.d.ts" />
/**
 * The server's side of the database thread: a queue of leases. A lease has the one session for itself
 * from `begin` to `commit`; everything else waits its turn.
 */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import pg from 'pg';
import pgValues from 'pg/lib/utils.js';
import { keepsPlan } from '../keeps-plan.ts';
import type { BatchReply, OpenOptions, Statement, WireResult } from './protocol.ts';
import { createTurns, type Lane } from './take-turns.ts';

export interface QueryConfig {
  text: string;
  /** Given to a statement whose plan may be kept. */
  name?: string | undefined;
  values?: unknown[];
  rowMode?: 'array' | undefined;
  types?: { getTypeParser(oid: number, format?: 'text'): (value: string) => unknown } | undefined;
}

export interface QueryResult {
  rows: unknown[];
  rowCount: number;
  command: string;
  fields: { name: string; dataTypeID: number }[];
}

/** Looks to Drizzle and Better Auth like a client of the `pg` package. */
export interface Session {
  query(config: QueryConfig | string, values?: unknown[]): Promise<QueryResult>;
}

export interface LeaseOptions {
  /** `request` unless nobody waits for it. */
  lane?: Lane | undefined;
  /** For statements that may rightly take longer than any request waits. */
  patient?: boolean;
}

export interface DatabaseThread {
  /** Runs `fn` with the session for itself, until it ends or says that nothing more of it will be asked. */
  lease<T>(
    fn: (
      session: Session,
      script: (sql: string) => Promise<QueryResult[]>,
      handOver: () => void,
    ) => Promise<T>,
    how?: LeaseOptions,
  ): Promise<T>;
  /** One message, nothing in between: for a transaction whose statements are known beforehand. */
  batch(statements: (QueryConfig | string)[]): Promise<QueryResult[]>;
  /** From now on each statement is parsed and planned once; for after the migrations. */
  keepPlans(): Promise<void>;
  /** Takes the answers that have come since the loop last came round (Database.hear). */
  hear(): void;
  fsyncs(): Promise<number>;
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
  /** Resolves with a reason when the thread is gone without having been asked. */
  readonly died: Promise<Error>;
}

function encode(value: unknown): string | null {
  const prepared: unknown = pgValues.prepareValue(value);
  if (prepared === null || prepared === undefined) return null;
  if (Buffer.isBuffer(prepared)) return `\\x${prepared.toString('hex')}`;
  return String(prepared);
}

function statement(config: QueryConfig | string, values?: unknown[]): Statement {
  const text = typeof config === 'string' ? config : config.text;
  const params = values ?? (typeof config === 'string' ? undefined : config.values);
  const name = typeof config === 'string' ? undefined : config.name;
  return { text, params: params ? params.map(encode) : [], keepsPlan: keepsPlan({ text, name }) };
}

const script = (text: string): Statement => ({ text, params: null, keepsPlan: false });

function decode(result: WireResult, config: QueryConfig | string): QueryResult {
  const types = (typeof config === 'object' && config.types) || pg.types;
  const asArray = typeof config === 'object' && config.rowMode === 'array';
  const parsers = result.fields.map(
    (field) => types.getTypeParser(field.dataTypeID, 'text') as (value: string) => unknown,
  );
  const rows = result.rows.map((row) => {
    const values = row.map((value, index) => (value === null ? null : parsers[index]?.(value)));
    if (asArray) return values;
    return Object.fromEntries(result.fields.map((field, index) => [field.name, values[index]]));
  });
  return { rows, rowCount: result.rowCount, command: result.command, fields: result.fields };
}

/**
 * A statement unanswered for this long never will be: where PostgreSQL panics and its process would end, as
 * when there is no room for its log, the engine inside the thread runs in circles instead.
 */
const longestStatementMs = 120_000;

interface Waiting {
  resolve(reply: BatchReply): void;
  reject(error: Error): void;
  /** When to give the thread up. */
  until: number;
}

/** Starts the thread and waits until the database answers. @throws when the data directory cannot be opened */
export async function startDatabaseThread(
  options: OpenOptions,
  { statementMs = longestStatementMs }: { statementMs?: number } = {},
): Promise<DatabaseThread> {
  // A channel beside the worker's own: only its messages can be asked for before the loop brings them.
  const { port1: port, port2: threadsPort } = new MessageChannel();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...options, port: threadsPort },
    transferList: [threadsPort],
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let closing = false;
  let gone: Error | undefined;
  let reportDeath: (error: Error) => void = () => {};
  const died = new Promise<Error>((resolve) => {
    reportDeath = resolve;
  });
  const fail = (error: Error) => {
    if (gone) return;
    gone = error;
    clearInterval(watch);
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
    if (!closing) reportDeath(error);
  };
  const watch = setInterval(() => {
    const now = performance.now();
    if (![...waiting.values()].some(({ until }) => until < now)) return;
    fail(new Error('The database thread ended: it no longer answered. Is there room left on its disk?'));
    void worker.terminate();
  }, statementMs / 4);
  watch.unref();
  const opened = new Promise<void>((resolve, reject) => {
    waiting.set(0, { resolve: () => resolve(), reject, until: Number.POSITIVE_INFINITY });
  });
  const take = (replies: BatchReply[]) => {
    for (const reply of replies) {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
    }
  };
  port.on('message', take);
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => fail(new Error(`The database thread ended with code ${code}.`)));
  await opened;

  let letter: object[] = [];
  /** What is asked for in one turn crosses to the thread together. */
  const post = (message: object) => {
    if (letter.push(message) > 1) return;
    process.nextTick(() => {
      const ready = letter;
      letter = [];
      port.postMessage(ready);
    });
  };
  const ask = (message: object, patient = true): Promise<BatchReply> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = ++lastId;
      const until = patient ? Number.POSITIVE_INFINITY : performance.now() + statementMs;
      waiting.set(id, { resolve, reject, until });
      post({ ...message, id });
    });
  const send = async (statements: Statement[], patient = false): Promise<WireResult[]> => {
    const reply = await ask({ statements }, patient);
    if (reply.fault) throw Object.assign(new Error(reply.fault.message), reply.fault);
    return reply.results;
  };

  const turns = createTurns();

  return {
    died,
    lease: (fn, { lane = 'request', patient = false } = {}) =>
      turns.take(lane, async (handOver) => {
        let open = true;
        const end = () => {
          open = false;
          handOver();
        };
        const alive = () => {
          if (!open) throw new Error('A query was sent through a database session that has ended.');
        };
        try {
          return await fn(
            {
              query: async (config, values) => {
                alive();
                const [result] = await send([statement(config, values)], patient);
                if (!result) throw new Error('The database thread answered a query without a result.');
                return decode(result, config);
              },
            },
            async (sql) => {
              alive();
              const results = await send([script(sql)], patient);
              return results.map((result) => decode(result, sql));
            },
            end,
          );
        } finally {
          open = false;
        }
      }),
    batch: (configs) =>
      turns.take('request', async () => {
        const results = await send(configs.map((config) => statement(config))).catch(async (error) => {
          // What follows the failed statement was not run: nobody else ends the transaction it left open.
          await send([script('rollback')]).catch(() => undefined);
          throw error;
        });
        return results.map((result, index) => decode(result, configs[index] ?? ''));
      }),
    keepPlans: async () => {
      await ask({ control: 'keep-plans' });
    },
    hear: () => {
      if (waiting.size === 0) return;
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
        take(next.message as BatchReply[]);
    },
    fsyncs: async () => Number((await ask({ control: 'fsyncs' })).value),
    dump: async () => (await turns.take('background', () => ask({ control: 'dump' }))).value as Uint8Array,
    close: () =>
      turns.take('background', async () => {
        closing = true;
        clearInterval(watch);
        if (!gone) await ask({ control: 'close' });
        await worker.terminate();
        port.close();
      }),
  };
}
