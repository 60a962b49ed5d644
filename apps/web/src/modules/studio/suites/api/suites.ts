import type { suiteItemShows } from '@promptvault/contract/studio/suites/shapes';
import type { components, operations } from '@promptvault/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export type Suite = components['schemas']['Suite'];
export type SuiteRun = components['schemas']['SuiteRun'];
export type SuiteReport = components['schemas']['SuiteReport'];
export type SuiteItem = components['schemas']['SuiteItem'];
export type SuiteLane = components['schemas']['SuiteLane'];
export type SuiteSource = Suite['sources'][number];
type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

export const suitesKey = ['suites'] as const;
const next = ({ nextCursor }: { nextCursor: string | null }) => nextCursor;
const first = null as string | null;

export const suiteListQuery = infiniteQueryOptions({
  queryKey: [...suitesKey, 'list'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(api.GET('/api/v1/suites', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
  initialPageParam: first,
  getNextPageParam: next,
});

export const suiteQuery = (suiteId: string) =>
  queryOptions({
    queryKey: [...suitesKey, 'one', suiteId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/suites/{suiteId}', { params: { path: { suiteId } }, signal })),
  });

export const suiteRunsQuery = (suiteId: string) =>
  infiniteQueryOptions({
    queryKey: [...suitesKey, 'runs', suiteId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return dataOf(
        api.GET('/api/v1/suites/{suiteId}/runs', { params: { path: { suiteId }, query }, signal }),
      );
    },
    initialPageParam: first,
    getNextPageParam: next,
  });

export const reportQuery = (suiteRunId: string) =>
  queryOptions({
    queryKey: [...suitesKey, 'report', suiteRunId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/suite-runs/{suiteRunId}', { params: { path: { suiteRunId } }, signal })),
  });

export type ItemShow = (typeof suiteItemShows)[number];
export type ItemFilter = { show?: ItemShow; lane?: number; q?: string };

export const itemsQuery = (suiteRunId: string, filter: ItemFilter) =>
  infiniteQueryOptions({
    queryKey: [...suitesKey, 'items', suiteRunId, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam && { cursor: pageParam }) };
      return dataOf(
        api.GET('/api/v1/suite-runs/{suiteRunId}/items', {
          params: { path: { suiteRunId }, query },
          signal,
        }),
      );
    },
    initialPageParam: first,
    getNextPageParam: next,
  });

export const createSuite = createOnce((body: Body<'createSuite'>, header) =>
  dataOf(api.POST('/api/v1/suites', { params: { header }, body })),
);

export const updateSuite = (suite: Suite, body: Body<'updateSuite'>) =>
  dataOf(
    api.PATCH('/api/v1/suites/{suiteId}', {
      params: { path: { suiteId: suite.id }, header: { 'If-Match': etagOf(suite) } },
      body,
    }),
  );

export const deleteSuite = async (suite: Suite): Promise<void> => {
  await api.DELETE('/api/v1/suites/{suiteId}', {
    params: { path: { suiteId: suite.id }, header: { 'If-Match': etagOf(suite) } },
  });
};

export const startSuite = createOnce(
  ({ suiteId, ...body }: Body<'startSuite'> & { suiteId: string }, header) =>
    dataOf(api.POST('/api/v1/suites/{suiteId}/runs', { params: { path: { suiteId }, header }, body })),
);

export const resumeSuiteRun = (suiteRunId: string) =>
  dataOf(api.POST('/api/v1/suite-runs/{suiteRunId}/resume', { params: { path: { suiteRunId } } }));

export const stopSuiteRun = (suiteRunId: string) =>
  dataOf(api.POST('/api/v1/suite-runs/{suiteRunId}/stop', { params: { path: { suiteRunId } } }));

export const budgetSuiteRun = (suiteRunId: string, budgetMicroDollars: number | null) =>
  dataOf(
    api.PUT('/api/v1/suite-runs/{suiteRunId}/budget', {
      params: { path: { suiteRunId } },
      body: { budgetMicroDollars },
    }),
  );

/** The report as a file, and the name the server gives it. */
export async function exportSuiteRun(suiteRunId: string, format: 'junit' | 'json') {
  const answer = await api.GET('/api/v1/suite-runs/{suiteRunId}/export', {
    params: { path: { suiteRunId }, query: { format } },
    parseAs: 'text',
  });
  const said = answer.response.headers.get('content-disposition') ?? '';
  const fileName = /filename="([^"]+)"/.exec(said)?.[1] ?? `suite.${format === 'junit' ? 'xml' : 'json'}`;
  return { fileName, text: await dataOf(Promise.resolve(answer)) };
}

/** An item by its position, also where the list does not show it. */
export const itemQuery = (suiteRunId: string, position: number) =>
  queryOptions({
    queryKey: [...suitesKey, 'items', suiteRunId, 'at', position],
    queryFn: async ({ signal }) => {
      const { items } = await dataOf(
        api.GET('/api/v1/suite-runs/{suiteRunId}/items', {
          params: { path: { suiteRunId }, query: { limit: 1, position } },
          signal,
        }),
      );
      return items[0] ?? null;
    },
  });

/** Prompts one sees, for choosing one; as many as a list shows. */
export const promptChoicesQuery = queryOptions({
  queryKey: [...suitesKey, 'prompts'],
  queryFn: async ({ signal }) =>
    (await dataOf(api.GET('/api/v1/prompts', { params: { query: { limit: 200 } }, signal }))).items,
});
