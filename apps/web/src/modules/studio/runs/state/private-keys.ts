/**
 * Connections for private runs, kept in this browser alone: for one person in one organization. A key is sealed with
 * AES-256-GCM under a key that is made here and cannot be read out, bound to the address it is for; with the sign-out
 * it is forgotten, and the addresses stay.
 */
import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';
import type { ListedTaking } from '../workers/caller-protocol.ts';

export interface Owner {
  organizationId: string;
  personId: string;
}

export interface PrivateConnection {
  id: string;
  name: string;
  provider: ConnectionProvider;
  /** For OpenAI and servers like it. */
  api: 'chat' | 'responses' | null;
  /** Null for the provider's own address. */
  baseUrl: string | null;
  /** As the provider listed them last. */
  models: readonly string[];
  /** What that list told of settings; absent where nothing was listed since this is kept. */
  taking?: ListedTaking;
  hasKey: boolean;
}

export type NewPrivateConnection = Omit<PrivateConnection, 'hasKey'> & {
  /** Absent: what is there stays, as long as the address does. Null: none. */
  key?: string | null;
};

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}
type Kept = Omit<PrivateConnection, 'hasKey'> & { sealed: Sealed | null };

/** A place of the browser for values by name; IndexedDB, which takes keys that cannot be read out. */
export interface KeyStore {
  get(name: string): Promise<unknown>;
  /** In one step: two tabs that change the same do not lose each other. */
  update(name: string, change: (before: unknown) => unknown): Promise<void>;
  delete(names: readonly string[]): Promise<void>;
  names(): Promise<string[]>;
}

export interface PrivateKeys {
  list(owner: Owner): Promise<PrivateConnection[]>;
  save(owner: Owner, connection: NewPrivateConnection): Promise<void>;
  remove(owner: Owner, id: string): Promise<void>;
  /** Undefined where a key was there and can be opened no more. */
  keyOf(owner: Owner, id: string): Promise<string | null | undefined>;
  /** All keys of everybody but this person, or of all: the addresses stay. */
  forgetKeys(except?: string): Promise<void>;
}

const algorithm = { name: 'AES-GCM', length: 256 } as const;
const sealName = ({ organizationId, personId }: Owner) => `seal ${personId} ${organizationId}`;
const listName = ({ organizationId, personId }: Owner) => `connections ${personId} ${organizationId}`;
const personOf = (name: string) => name.split(' ')[1];

/** A sealed key that is moved to another address does not open there. */
const boundTo = ({ id, provider, baseUrl }: Pick<Kept, 'id' | 'provider' | 'baseUrl'>) =>
  new TextEncoder().encode(JSON.stringify([id, provider, baseUrl]));

export function createPrivateKeys(store: KeyStore, subtle: SubtleCrypto): PrivateKeys {
  const read = async (owner: Owner) => ((await store.get(listName(owner))) ?? []) as Kept[];
  const change = (owner: Owner, edit: (kept: Kept[]) => Kept[]) =>
    store.update(listName(owner), (before) => edit((before ?? []) as Kept[]));

  const sealKey = async (owner: Owner): Promise<CryptoKey> => {
    const known = (await store.get(sealName(owner))) as CryptoKey | undefined;
    if (known) return known;
    const made = await subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
    let kept = made;
    await store.update(sealName(owner), (before) => {
      kept = (before as CryptoKey | undefined) ?? made;
      return kept;
    });
    return kept;
  };
  const seal = async (owner: Owner, connection: NewPrivateConnection, key: string): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bound = { name: 'AES-GCM', iv, additionalData: boundTo(connection) };
    return { iv, data: await subtle.encrypt(bound, await sealKey(owner), new TextEncoder().encode(key)) };
  };

  return {
    async list(owner) {
      const hasSeal = (await store.get(sealName(owner))) !== undefined;
      return (await read(owner)).map(({ sealed, ...rest }) => ({
        ...rest,
        hasKey: sealed !== null && hasSeal,
      }));
    },
    async save(owner, { key, ...connection }) {
      const sealed = typeof key === 'string' ? await seal(owner, connection, key) : null;
      await change(owner, (kept) => {
        const before = kept.find(({ id }) => id === connection.id);
        const isSamePlace = before?.provider === connection.provider && before.baseUrl === connection.baseUrl;
        const next = { ...connection, sealed: key === undefined && isSamePlace ? before.sealed : sealed };
        return before ? kept.map((one) => (one.id === connection.id ? next : one)) : [...kept, next];
      });
    },
    remove: (owner, id) => change(owner, (kept) => kept.filter((one) => one.id !== id)),
    async keyOf(owner, id) {
      const found = (await read(owner)).find((one) => one.id === id);
      if (!found?.sealed) return null;
      const { iv, data } = found.sealed;
      const key = (await store.get(sealName(owner))) as CryptoKey | undefined;
      if (!key) return undefined;
      try {
        const opened = await subtle.decrypt(
          { name: 'AES-GCM', iv, additionalData: boundTo(found) },
          key,
          data,
        );
        return new TextDecoder().decode(opened);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'OperationError') return undefined;
        throw error;
      }
    },
    async forgetKeys(except) {
      const names = (await store.names()).filter((name) => personOf(name) !== except);
      for (const name of names.filter((each) => each.startsWith('connections ')))
        await store.update(name, (kept) => ((kept ?? []) as Kept[]).map((one) => ({ ...one, sealed: null })));
      await store.delete(names.filter((name) => name.startsWith('seal ')));
    },
  };
}
