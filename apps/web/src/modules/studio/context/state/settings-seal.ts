import { get, type UseStore, update } from 'idb-keyval';

/** AES-256-GCM; the key is made in this browser and cannot be read out of it, not even by our own script. */
export type SealedSettings = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const KEY = 'settings-key';
const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;

async function settingsKey(store: UseStore): Promise<CryptoKey> {
  const known = await get<CryptoKey>(KEY, store);
  if (known) return known;
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  // Another tab may have stored its key meanwhile; then that one is used.
  let kept: CryptoKey = made;
  await update<CryptoKey>(
    KEY,
    (stored) => {
      kept = stored ?? made;
      return kept;
    },
    store,
  );
  return kept;
}

export async function sealSettings(settings: unknown, store: UseStore): Promise<SealedSettings> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(settings));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await settingsKey(store), text);
  return { iv, data };
}

/** Nothing when they cannot be opened: the key was cleared, so the folder starts with its defaults. */
export async function openSettings<Settings>(
  sealed: SealedSettings,
  store: UseStore,
): Promise<Partial<Settings> | undefined> {
  try {
    const key = await settingsKey(store);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data);
    return JSON.parse(new TextDecoder().decode(text)) as Partial<Settings>;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}
