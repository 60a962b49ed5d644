import type { OutdatedRunsView, RunRetentionView } from '@promptvault/contract/studio/history/shapes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export const retentionQuery = queryOptions({
  queryKey: ['run-retention'],
  queryFn: ({ signal }): Promise<RunRetentionView> => dataOf(api.GET('/api/v1/run-retention', { signal })),
});

/** What keeping runs for so many days would erase today. */
export const outdatedQuery = (days: number) =>
  queryOptions({
    queryKey: ['run-retention', 'outdated', days],
    queryFn: ({ signal }): Promise<OutdatedRunsView> =>
      dataOf(api.GET('/api/v1/run-retention/outdated', { params: { query: { days } }, signal })),
    // Whoever decides by it sees what is true now.
    staleTime: 0,
    gcTime: 0,
  });

type Change = { retention: RunRetentionView; days: number | null };

export function useChangeRetention() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ retention, days }: Change): Promise<RunRetentionView> =>
      dataOf(
        api.PATCH('/api/v1/run-retention', {
          params: { header: { 'If-Match': etagOf(retention) } },
          body: { days },
        }),
      ),
    onSuccess: (retention) => queries.setQueryData(retentionQuery.queryKey, retention),
  });
}
