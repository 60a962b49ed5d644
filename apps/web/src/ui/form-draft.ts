/** What was typed into a form, kept by this browser until it is sent. Secrets are never among it. */

const storageKey = (name: string) => `promptvault.draft.${name}`;

type Values = Readonly<Record<string, unknown>>;

export function readDraft<V extends Values>(
  name: string,
  storage: Storage = localStorage,
): Partial<V> | undefined {
  try {
    const stored = storage.getItem(storageKey(name));
    const value: unknown = stored === null ? undefined : JSON.parse(stored);
    return typeof value === 'object' && value !== null ? (value as Partial<V>) : undefined;
  } catch {
    return undefined; // Forbidden storage, or a draft that can no longer be read: the form begins empty.
  }
}

export function keepDraft(
  name: string,
  values: Values,
  secret: readonly string[],
  storage: Storage = localStorage,
): void {
  const open = Object.fromEntries(Object.entries(values).filter(([key]) => !secret.includes(key)));
  try {
    storage.setItem(storageKey(name), JSON.stringify(open));
  } catch {
    // Full or forbidden storage: the form works on, it only does not survive a reload.
  }
}

export function dropDraft(name: string, storage: Storage = localStorage): void {
  try {
    storage.removeItem(storageKey(name));
  } catch {
    // Nothing was kept either.
  }
}
