import type { Tx } from '../db/database.ts';

/** How often, and how many at once. Keys are made by the caller: `message:person:<id>`. */
export interface Limits {
  /**
   * Takes `cost` (default 1) out of what is allowed in any stretch of `windowMs`. Never more than `limit`
   * passes in such a stretch; what was taken comes back up to a twentieth of the window late. What is refused
   * takes nothing. A cost of 0 only looks. A cost above the limit never passes.
   */
  take(request: TakeRequest): Promise<TakeDecision>;
  /**
   * Takes from several at once, or from none: what one of them refuses takes nothing anywhere. No key stands twice.
   * Where the limits stand in the database, `tx` lets them be asked for inside a transaction; a rollback then gives
   * back what was taken, in the other stores it does not. Within a transaction, take last.
   */
  takeAll(requests: readonly TakeRequest[], tx?: Tx): Promise<TakenTogether>;
  /** Forgets what was taken. */
  reset(key: string): Promise<void>;
  /**
   * For each of those who ask, holds one of the `limit` places of every key they name, or none at all, until they are
   * released, or until `ttlMs` passed without renewal: a process that dies gives its places back. With `tx` places are held only where they stand in the database, and a rollback gives them back; elsewhere nobody
   * gets one, and asks again once it is committed.
   */
  acquire(asked: readonly (readonly PlaceLimit[])[], ttlMs: number, tx?: Tx): Promise<(Lease | undefined)[]>;
  /** @returns false if a place was lost meanwhile. */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  close(): Promise<void>;
}

export type TakeRequest = { key: string; limit: number; windowMs: number; cost?: number };

export type TakeDecision = {
  allowed: boolean;
  remaining: number;
  /** When all of the limit is back. */
  resetAt: Date;
  /** 0 when allowed. */
  retryAfterMs: number;
};

export type TakenTogether = {
  allowed: boolean;
  /** In the order of the requests. When refused, those that would have allowed it tell what is left as it is. */
  decisions: TakeDecision[];
};

/** A key, and how many may hold a place of it at once. */
export type PlaceLimit = { key: string; limit: number };

/** A place of each of these keys. */
export type Lease = { id: string; keys: readonly string[] };
