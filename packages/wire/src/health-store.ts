/**
 * Where the health of keys stands: small texts, each changed only by whoever read what is there. In one process in
 * memory, else where all processes see it.
 */

export interface HealthStore {
  read(key: string): Promise<string | undefined>;
  /** Writes if `before` still stands there (undefined: nothing does). @returns whether it did */
  swap(key: string, before: string | undefined, after: string): Promise<boolean>;
  delete(key: string): Promise<void>;
  all(): Promise<[key: string, text: string][]>;
}

/** Keys of connections that are gone are forgotten in the end. */
const mostKeys = 10_000;

export function createMemoryHealth(): HealthStore {
  const kept = new Map<string, string>();
  return {
    read: async (key) => kept.get(key),
    async swap(key, before, after) {
      if (kept.get(key) !== before) return false;
      // Written anew it stands at the end: what is in front has not changed for longest.
      kept.delete(key);
      const oldest = kept.size >= mostKeys ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(key, after);
      return true;
    },
    delete: async (key) => void kept.delete(key),
    all: async () => [...kept],
  };
}
