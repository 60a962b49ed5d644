/**
 * What a request asked the database, taken down statement by statement, and asked again without our code around
 * it. So the bare route of a comparison runs exactly the product's statements, whatever they become later.
 */
import type { Database, Scope, Tx } from '@promptvault/server/foundation/db/database';

type Query = (config: unknown, values?: unknown[]) => Promise<unknown>;

export interface Statement {
  config: unknown;
  values: unknown[] | undefined;
  /** False when it was sent while the one before was still running. */
  alone: boolean;
}

export interface RecordedTransaction {
  scope: Scope;
  statements: Statement[];
}

const clientOf = (tx: Tx) => (tx as unknown as { $client: { query: Query } }).$client;

/** Listens to the transactions of `db`; `take` gives those of one request that runs alone, without background work. */
export function createRecorder(db: Database): {
  take<T>(fn: () => Promise<T>): Promise<{ result: T; transactions: RecordedTransaction[] }>;
} {
  let heard: RecordedTransaction[] | undefined;
  const tenant = db.tenant.bind(db);
  db.tenant = (scope, fn) => {
    if (!heard || scope.userId === null) return tenant(scope, fn);
    const transaction: RecordedTransaction = { scope, statements: [] };
    heard.push(transaction);
    return tenant(scope, (tx) => {
      const client = clientOf(tx);
      const query = client.query.bind(client) as Query;
      let running = 0;
      client.query = async (config, values) => {
        transaction.statements.push({ config, values, alone: running === 0 });
        running += 1;
        try {
          return await query(config, values);
        } finally {
          running -= 1;
        }
      };
      return fn(tx);
    });
  };
  return {
    async take(fn) {
      heard = [];
      const result = await fn();
      const transactions = heard;
      heard = undefined;
      return { result, transactions };
    },
  };
}

/** Runs a recorded transaction again, in one message where it was one, waiting where it waited. */
export function replay(
  db: Database,
  { scope, statements }: RecordedTransaction,
  valuesOf: (values: unknown[] | undefined, at: number) => unknown[] | undefined = (values) => values,
): Promise<void> {
  return db.tenant(scope, async (tx) => {
    const client = clientOf(tx);
    let running: Promise<unknown>[] = [];
    for (const [at, { config, values, alone }] of statements.entries()) {
      if (alone) {
        await Promise.all(running);
        running = [];
      }
      running.push(client.query(config, valuesOf(values, at)));
    }
    await Promise.all(running);
  });
}
