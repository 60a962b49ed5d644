import type { ComparisonView } from '@promptvault/contract/studio/runs/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { isOver, type RunDetail } from '../state/run-answer.ts';

export type Comparison = ComparisonView;

export const runKey = (runId: string) => ['run', runId] as const;
export const comparisonKey = (comparisonId: string) => ['comparison', comparisonId] as const;
export const runsKey = ['runs'] as const;

/** A run that is over never changes again. */
export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: runKey(runId),
    queryFn: async ({ signal }) => {
      const run = await dataOf(api.GET('/api/v1/runs/{runId}', { params: { path: { runId } }, signal }));
      return run as RunDetail;
    },
    staleTime: ({ state }) => (state.data && isOver(state.data.status) ? Number.POSITIVE_INFINITY : 0),
  });

/** The content of an attachment that was kept with a run, as an address of its own; it never changes. */
export const runAttachmentQuery = (runId: string, position: number) =>
  queryOptions({
    queryKey: ['run-attachment', runId, position],
    queryFn: async ({ signal }) => {
      const { mediaType, data } = await dataOf(
        api.GET('/api/v1/runs/{runId}/attachments/{position}', {
          params: { path: { runId, position: String(position) } },
          signal,
        }),
      );
      return `data:${mediaType};base64,${data}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const comparisonQuery = (comparisonId: string) =>
  queryOptions({
    queryKey: comparisonKey(comparisonId),
    queryFn: ({ signal }): Promise<Comparison> =>
      dataOf(api.GET('/api/v1/comparisons/{comparisonId}', { params: { path: { comparisonId } }, signal })),
    staleTime: ({ state }) =>
      state.data?.runs.every(({ status }) => isOver(status)) ? Number.POSITIVE_INFINITY : 0,
  });

/** The last few runs somebody asked for, for a card. */
export const recentRunsQuery = (limit: number) =>
  queryOptions({
    queryKey: [...runsKey, 'recent', limit],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/api/v1/runs', { params: { query: { limit, origin: 'direct' } }, signal })))
        .items,
  });
