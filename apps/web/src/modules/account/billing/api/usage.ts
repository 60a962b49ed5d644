import type {
  LimitListView,
  LimitNumbers,
  LimitScope,
  LimitView,
  UsageView,
} from '@promptvault/contract/account/billing/shapes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export type Usage = UsageView;
export type Counter = UsageView['items'][number];
export type Limit = LimitView;
export type LimitList = LimitListView;

export const usageQuery = queryOptions({
  queryKey: ['usage'],
  queryFn: ({ signal }): Promise<Usage> => dataOf(api.GET('/api/v1/usage', { signal })),
});

export const memberUsageQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['usage', memberId],
    queryFn: ({ signal }): Promise<Usage> =>
      dataOf(api.GET('/api/v1/members/{memberId}/usage', { params: { path: { memberId } }, signal })),
  });

export const limitsQuery = queryOptions({
  queryKey: ['limits'],
  queryFn: ({ signal }): Promise<LimitList> => dataOf(api.GET('/api/v1/limits', { signal })),
});

/** Whom a limit may be of; the first 200 of the members, as no more can be limited one by one. */
export const limitablePeopleQuery = queryOptions({
  queryKey: ['members', 'limitable'],
  queryFn: async ({ signal }) =>
    (await dataOf(api.GET('/api/v1/members', { params: { query: { limit: 200 } }, signal }))).items,
});

export const limitableConnectionsQuery = queryOptions({
  queryKey: ['model-connections', 'limitable'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/model-connections', { signal }))).items,
});

export type Whose = { scope: LimitScope; memberId?: string; connectionId?: string; model?: string };

const createLimit = createOnce((body: Whose & LimitNumbers, header) =>
  dataOf(api.POST('/api/v1/limits', { params: { header }, body })),
);

const matching = (limit: Limit) => ({
  path: { limitId: limit.id },
  header: { 'If-Match': etagOf(limit) },
});

/** Changes of limits, and forgetting what was counted. Either changes what the page shows of both. */
export function useLimitChanges() {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([limitsQuery, usageQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })));
  return {
    save: useMutation({
      mutationFn: ({ limit, whose, numbers }: { limit?: Limit; whose: Whose; numbers: LimitNumbers }) =>
        limit
          ? dataOf(api.PATCH('/api/v1/limits/{limitId}', { params: matching(limit), body: numbers }))
          : createLimit({ ...whose, ...numbers }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: async (limit: Limit) => {
        await api.DELETE('/api/v1/limits/{limitId}', { params: matching(limit) });
      },
      onSettled,
    }),
    reset: useMutation({
      mutationFn: async (body: Omit<Whose, 'scope'>) => {
        await api.POST('/api/v1/usage/reset', { body });
      },
      onSettled,
    }),
  };
}
