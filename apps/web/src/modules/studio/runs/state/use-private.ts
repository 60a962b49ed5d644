import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../../../../shell/session.ts';
import { keptHere } from './browser-store.ts';
import { countOutbox, privateRuns } from './open-private.ts';
import type { Owner, PrivateConnection } from './private-keys.ts';

/** Whose connections these are; undefined where nobody is signed in. */
export function useOwner(): Owner | undefined {
  const session = useSession();
  const organizationId = session?.organization.id;
  const personId = session?.person.id;
  return useMemo(
    () => (organizationId && personId ? { organizationId, personId } : undefined),
    [organizationId, personId],
  );
}

const none: readonly PrivateConnection[] = [];

/** The connections of this person in this browser, and how to change them. */
export function usePrivateConnections() {
  const owner = useOwner();
  const queries = useQueryClient();
  const queryKey = ['private-connections', owner?.organizationId, owner?.personId];
  const query = useQuery({
    queryKey,
    enabled: owner !== undefined,
    // What lies in this browser is there without a connection.
    networkMode: 'always',
    queryFn: async () => {
      if (!owner) return [];
      // Whoever was here before and did not sign out leaves no key to use.
      await keptHere().keys.forgetKeys(owner.personId);
      return keptHere().keys.list(owner);
    },
  });
  const changed = () => queries.invalidateQueries({ queryKey });
  return {
    owner,
    connections: query.data ?? none,
    isPending: query.isPending,
    error: query.error,
    changed,
  };
}

/** Private runs by the address of their comparison, as they grow; undefined where this tab knows nothing of them. */
export function usePrivateRuns(comparisonId: string) {
  const { subscribe, runsOf } = privateRuns();
  return useSyncExternalStore(subscribe, () => runsOf(comparisonId));
}

/** Tells the server the numbers that it has not heard: of tabs that are gone, of times without a connection. */
export function useCountsTold(): void {
  const owner = useOwner();
  useEffect(() => {
    if (!owner) return;
    const tell = () =>
      void countOutbox()
        .flush(owner)
        .catch(() => undefined);
    tell();
    addEventListener('online', tell);
    return () => removeEventListener('online', tell);
  }, [owner]);
}
