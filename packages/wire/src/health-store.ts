/**
 * Where the health of keys stands: small texts, each changed only by whoever read what is there. In one process in
 * memory, else where all processes see it. What is kept too long without a change is forgotten.
 */
import type { Clock } from './clock.ts';

export interface HealthStore {
  read(key: string): Promise<string | undefined>;
  /** Writes if `before` still stands there (undefined: nothing does). @returns whether it did */
  swap(key: string, before: string | undefined, after: string): Promise<boolean>;
  delete(key: string): Promise<void>;
}

/** A key nobody called for this long is as good as a new one. */
export const healthKeptMs = 7 * 24 * 60 * 60_000;
/** Keys of connections that are gone are forgotten in the end. */
const mostKeys = 10_000;

export function createMemoryHealth({ clock }: { clock: Clock }): HealthStore {
  const kept = new Map<string, { text: string; until: number }>();
  const find = (key: string) => {
    const one = kept.get(key);
    return one && one.until > clock.now().getTime() ? one.text : undefined;
  };
  return {
    read: async (key) => find(key),
    async swap(key, before, after) {
      if (find(key) !== before) return false;
      // Written anew it stands at the end: what is in front has not changed for longest.
      kept.delete(key);
      const oldest = kept.size >= mostKeys ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(key, { text: after, until: clock.now().getTime() + healthKeptMs });
      return true;
    },
    delete: async (key) => void kept.delete(key),
  };
}
