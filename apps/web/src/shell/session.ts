import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, createElement, type ReactNode, use } from 'react';
import { setTabOrganization } from '../wire/tab-organization.ts';
import { sessionSource } from './modules.ts';

/** Who is here, where, and what they may do there. */
export type ShellSession = {
  person: { id: string; name: string; email?: string; picture?: string };
  organization: { id: string; name: string };
  permissions: readonly string[];
};

export type SessionSource = {
  /** Undefined when nobody is signed in. */
  load: () => Promise<ShellSession | undefined>;
  /** Where to sign in; it gets the wanted address as `next`. */
  signIn: string;
};

/** `null` is nobody: a query may not answer undefined. */
export const sessionQuery = (source: SessionSource | undefined) =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async (): Promise<ShellSession | null> => (await source?.load()) ?? null,
    staleTime: 60_000,
  });

const SessionHere = createContext<ShellSession | undefined>(undefined);

/** Tells everything in it who is here: one question for all, since each row of a list wants to know. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery({ ...sessionQuery(sessionSource), enabled: sessionSource !== undefined });
  return createElement(SessionHere, { value: data ?? undefined }, children);
}

/** Undefined outside the frame, where nobody need be signed in. */
export const useSession = (): ShellSession | undefined => use(SessionHere);

/** Whether the person may; without a session module nothing is held back. */
export function useMay(): (permission: string | undefined) => boolean {
  const session = useSession();
  return (permission) => permission === undefined || !session || session.permissions.includes(permission);
}

/** Moves this tab to another organization: nothing read in the old one stays. */
export async function enterOrganization(queries: QueryClient, id: string): Promise<void> {
  setTabOrganization(id);
  await queries.cancelQueries();
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  await queries.invalidateQueries();
}
