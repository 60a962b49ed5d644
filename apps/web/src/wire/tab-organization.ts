/** The organization this tab works in. Two tabs may work in two; a new tab starts where the last one was. */

const key = 'promptvault.organization';

const read = (storage: () => Storage): string | undefined => {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined; // Storage may be forbidden; the server then falls back to the person's own organization.
  }
};

let current: string | undefined | null = null;
const listeners = new Set<() => void>();

export function tabOrganization(): string | undefined {
  if (current === null) current = read(() => sessionStorage) ?? read(() => localStorage);
  return current;
}

export function setTabOrganization(id: string | undefined): void {
  if (id === tabOrganization()) return;
  current = id;
  for (const storage of [() => sessionStorage, () => localStorage]) {
    try {
      if (id === undefined) storage().removeItem(key);
      else storage().setItem(key, id);
    } catch {
      // The tab itself still knows it.
    }
  }
  for (const listener of listeners) listener();
}

/**
 * A link from outside may name the organization it leads into: `/prompts/…?in=<id>`. It is taken once, before the first
 * call, and taken out of the address; one that is not the person's own is sorted out by the server.
 */
export function takeNamedOrganization(): void {
  const url = new URL(location.href);
  const named = url.searchParams.get('in');
  if (named === null) return;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(named)) setTabOrganization(named);
  url.searchParams.delete('in');
  history.replaceState(history.state, '', url);
}

export function onTabOrganization(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
