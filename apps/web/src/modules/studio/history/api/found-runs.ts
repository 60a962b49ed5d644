import type { FoundRunView } from '@promptvault/contract/studio/history/shapes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { runsKey } from '../../runs/index.ts';
import type { RunFilter } from '../state/run-search.ts';

export type FoundRun = FoundRunView;

const pageSize = 100;

export const foundRunsQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: [...runsKey, 'found', filter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/runs', {
          params: { query: { ...filter, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
