/**
 * Updates of a draft that the server has not acknowledged, kept in this browser so that a reload, a crash or a day
 * without a network loses nothing. Each update is an entry of its own; a new tab takes over all entries of the
 * draft, since sending the same update twice counts once.
 */
import { createStore, delMany, entries, set, type UseStore } from 'idb-keyval';

export type KeptUpdates = {
  /** What earlier tabs left behind. */
  inherit(): Promise<{ key: string; update: Uint8Array }[]>;
  /** Rejects when the browser refuses to keep it. */
  keep(key: string, update: Uint8Array): Promise<void>;
  forget(keys: readonly string[]): Promise<void>;
};

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('promptvault-drafts', 'updates');
  return opened;
};

export function keptUpdates(draft: string): KeptUpdates {
  const prefix = `${draft}\n`;
  return {
    async inherit() {
      const all = await entries<string, Uint8Array>(store());
      return all
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, update]) => ({ key: key.slice(prefix.length), update }));
    },
    keep: (key, update) => set(prefix + key, update, store()),
    forget: (keys) =>
      delMany(
        keys.map((key) => prefix + key),
        store(),
      ),
  };
}
