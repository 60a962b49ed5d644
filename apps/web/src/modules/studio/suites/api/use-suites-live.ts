import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../../shell/session.ts';
import { useLive } from '../../../../wire/use-live.ts';
import { suitesKey } from './suites.ts';

/** Asks anew for lists of suites and of their runs whenever one begins, ends or is changed. */
export function useSuitesLive(): void {
  const queries = useQueryClient();
  const organization = useSession()?.organization.id;
  useLive(organization && 'suites', {
    onEvent: () =>
      void Promise.all(
        ['list', 'one', 'runs'].map((kind) => queries.invalidateQueries({ queryKey: [...suitesKey, kind] })),
      ),
  });
}

/** Asks anew for a report as more of it is done: the server tells of it at most once a second. */
export function useReportLive(suiteRunId: string): void {
  const queries = useQueryClient();
  useLive(`suite-run:${suiteRunId}`, {
    onEvent: () =>
      void Promise.all(
        ['report', 'items'].map((kind) =>
          queries.invalidateQueries({ queryKey: [...suitesKey, kind, suiteRunId] }),
        ),
      ),
  });
}
