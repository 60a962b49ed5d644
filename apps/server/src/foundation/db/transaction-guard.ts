/**
 * Inside a transaction only its own `tx` may be used: the embedded database has one session and an outer
 * query would wait for itself for ever; a network call would hold the session for as long as a stranger
 * likes. Both are errors at once, on both drivers.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

interface OpenTransaction {
  open: boolean;
}

const current = new AsyncLocalStorage<OpenTransaction>();

/** @throws Error when called while a transaction of the same call chain is open */
export function assertOutsideTransaction(what: string): void {
  if (current.getStore()?.open) throw new Error(`${what} inside a transaction`);
}

/** Marks `fn` as running inside a transaction; work it leaves behind is outside again once `fn` ended. */
export async function insideTransaction<T>(fn: () => Promise<T>): Promise<T> {
  assertOutsideTransaction('A second transaction was opened');
  const mark = { open: true };
  return current.run(mark, async () => {
    try {
      return await fn();
    } finally {
      mark.open = false;
    }
  });
}
