/**
 * The database port. Both drivers run the same SQL from the same Drizzle schema; who may see which row is
 * decided by PostgreSQL's row-level security from the scope that opens a transaction (wall.ts).
 */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { QueryResult } from './embedded/thread.ts';

/** A Drizzle handle inside one transaction. */
export type Tx = NodePgDatabase;

/** Whose rows a transaction sees: those of this organization, and those of this person. */
export interface Scope {
  organizationId: string | null;
  userId: string | null;
}

export interface Database {
  readonly kind: 'embedded' | 'postgres';
  /**
   * Runs `fn` in one transaction as pv_app within the scope; rolls back when it throws. On the embedded database, with its one
   * session, work in the `background` lets the requests go first.
   */
  tenant<T>(scope: Scope, fn: (tx: Tx) => Promise<T>, lane?: 'request' | 'background'): Promise<T>;
  /** Better Auth's handle: its own role, which sees identity's tables and nothing else. */
  readonly identity: NodePgDatabase;
  /** A statement of the job queue. After `seal` it runs as pv_server, which has rights on the queue alone. */
  system(text: string, values?: unknown[]): Promise<QueryResult>;
  /** Ends the owner's session: from here on every query is that of an unprivileged role. */
  seal(): Promise<void>;
  /** VACUUM and ANALYZE, which nobody else does for the embedded database. */
  maintain(): Promise<void>;
  /** True when a trivial query answers within `timeoutMs`. */
  ping(timeoutMs: number): Promise<boolean>;
  /**
   * Lets in the answers of the embedded database that have come meanwhile; nothing on a server. For loops that handle
   * many small things in one turn: a transaction of ten statements would wait for ten such turns, and others for it.
   */
  hear(): void;
  /** How often the embedded database asked the disk to keep what it was given; 0 on a server. */
  fsyncs(): Promise<number>;
  /** A new connection of its own that may LISTEN; undefined on the embedded database. */
  readonly connectionString: string | undefined;
  /** Resolves with the reason when the database is lost for good. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The script that opens a transaction within a scope, as one message. */
export function beginSql(scope: Scope): string {
  for (const value of [scope.organizationId, scope.userId])
    if (value !== null && !uuidPattern.test(value)) throw new Error('A scope takes uuids only.');
  return `begin; select set_config('role', 'pv_app', true), set_config('app.organization_id', '${scope.organizationId ?? ''}', true), set_config('app.user_id', '${scope.userId ?? ''}', true)`;
}

/**
 * PostgreSQL answers the `commit` of a transaction in which a statement failed with a quiet ROLLBACK: whoever
 * caught that failure and went on must not be told that anything was kept.
 */
export function assertCommitted(command: string | undefined): void {
  if (command !== 'COMMIT') throw new RolledBack();
}

class RolledBack extends Error {
  constructor() {
    super('The transaction was rolled back, since one of its statements had failed.');
  }
}

/** Whether it only says that something failed before it in the same transaction. */
export function isAfterFailure(error: unknown): boolean {
  if (error instanceof RolledBack) return true;
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return code === '25P02' || cause?.code === '25P02';
}
