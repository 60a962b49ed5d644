import { createStore, delMany, get, keys, update } from 'idb-keyval';
import { createPrivateKeys, type KeyStore, type PrivateKeys } from './private-keys.ts';

const databaseName = 'promptvault-private';

function browserStore(): KeyStore {
  const store = createStore(databaseName, 'kept');
  return {
    get: (name) => get(name, store),
    update: (name, change) => update(name, change, store),
    delete: (names) => delMany([...names], store),
    names: async () => (await keys(store)).map(String),
  };
}

let opened: { store: KeyStore; keys: PrivateKeys } | undefined;

/** Keys can be sealed only where the page is served over https, or from this machine. */
export const canSeal = (): boolean => globalThis.isSecureContext === true;

/** What this browser keeps for private runs, opened when it is first needed. */
export function keptHere(): { store: KeyStore; keys: PrivateKeys } {
  if (!opened) {
    const store = browserStore();
    opened = { store, keys: createPrivateKeys(store, crypto.subtle) };
  }
  return opened;
}

/** After a sign-out: whoever comes next finds no key. */
export async function forgetAllKeys(): Promise<void> {
  // Nobody ever ran privately here: nothing is made only to be emptied.
  const known = await indexedDB.databases?.();
  if (known && !known.some(({ name }) => name === databaseName)) return;
  await keptHere().keys.forgetKeys();
}
