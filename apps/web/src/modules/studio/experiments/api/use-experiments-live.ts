import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../../shell/session.ts';
import { useLive } from '../../../../wire/use-live.ts';
import { experimentsKey } from './experiments.ts';

/** Asks anew for lists whenever an experiment is made, changed, begins or ends. */
export function useExperimentsLive(): void {
  const queries = useQueryClient();
  const organization = useSession()?.organization.id;
  useLive(organization && 'experiments', {
    onEvent: () => void queries.invalidateQueries({ queryKey: [...experimentsKey, 'list'] }),
  });
}

/** Asks anew for one and its report as more comes of it: the server tells of it at most once a second. */
export function useReportLive(experimentId: string): void {
  const queries = useQueryClient();
  useLive(`experiment:${experimentId}`, {
    onEvent: () =>
      void Promise.all(
        ['one', 'report'].map((kind) =>
          queries.invalidateQueries({ queryKey: [...experimentsKey, kind, experimentId] }),
        ),
      ),
  });
}
