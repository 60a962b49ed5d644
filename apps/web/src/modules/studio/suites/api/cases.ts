import { exampleLimits } from '@promptvault/contract/studio/cases/shapes';
import type { components, operations } from '@promptvault/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { etagOf } from '../../../../wire/request-headers.ts';
import type { CaseSearch } from '../state/case-search.ts';

export type CaseSet = components['schemas']['CaseSet'];
export type TestCase = components['schemas']['TestCase'];
export type ExampleCase = components['schemas']['ExampleCase'];
type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;
export type NewCase = Body<'addCases'>['cases'][number];

export const casesKey = ['cases'] as const;

export const caseSetsQuery = (promptId: string) =>
  queryOptions({
    queryKey: [...casesKey, 'sets', promptId],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/api/v1/case-sets', { params: { query: { promptId, limit: 200 } }, signal })))
        .items,
    enabled: promptId !== '',
  });

export const caseSetQuery = (caseSetId: string) =>
  queryOptions({
    queryKey: [...casesKey, 'set', caseSetId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/case-sets/{caseSetId}', { params: { path: { caseSetId } }, signal })),
  });

/** The cases of a version of a set that a run chooses its examples among: what a version holds never changes. */
export const exampleCasesQuery = (caseSetId: string, version: number) =>
  queryOptions({
    queryKey: [...casesKey, 'examples', caseSetId, version],
    queryFn: async ({ signal }): Promise<ExampleCase[]> => {
      const found: ExampleCase[] = [];
      for (let cursor: string | null = ''; cursor !== null && found.length < exampleLimits.looked; ) {
        const query = { version, limit: 200, ...(cursor !== '' && { cursor }) };
        const params = { path: { caseSetId }, query };
        const page: components['schemas']['ExampleCasePage'] = await dataOf(
          api.GET('/api/v1/case-sets/{caseSetId}/examples', { params, signal }),
        );
        found.push(...page.items);
        cursor = page.nextCursor;
      }
      return found.slice(0, exampleLimits.looked);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const casesQuery = (caseSetId: string, filter: CaseSearch) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, 'list', caseSetId, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam && { cursor: pageParam }) };
      return dataOf(
        api.GET('/api/v1/case-sets/{caseSetId}/cases', {
          params: { path: { caseSetId }, query },
          signal,
        }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const createCaseSet = createOnce((body: Body<'createCaseSet'>, header) =>
  dataOf(api.POST('/api/v1/case-sets', { params: { header }, body })),
);

const setOf = (set: CaseSet) => ({
  path: { caseSetId: set.id },
  header: { 'If-Match': etagOf(set) },
});

export const renameCaseSet = (set: CaseSet, name: string) =>
  dataOf(api.PATCH('/api/v1/case-sets/{caseSetId}', { params: setOf(set), body: { name } }));

export const deleteCaseSet = async (set: CaseSet): Promise<void> => {
  await api.DELETE('/api/v1/case-sets/{caseSetId}', { params: setOf(set) });
};

export const restoreCaseSet = ({ id }: CaseSet) =>
  dataOf(api.POST('/api/v1/case-sets/{caseSetId}/restore', { params: { path: { caseSetId: id } } }));

export const addCase = createOnce(({ caseSetId, given }: { caseSetId: string; given: NewCase }, header) =>
  dataOf(
    api.POST('/api/v1/case-sets/{caseSetId}/cases', {
      params: { path: { caseSetId }, header },
      body: { cases: [given] },
    }),
  ),
);

export const updateCase = (known: TestCase, body: Body<'updateCase'>) =>
  dataOf(
    api.PATCH('/api/v1/cases/{caseId}', {
      params: { path: { caseId: known.id }, header: { 'If-Match': etagOf(known) } },
      body,
    }),
  );

export const deleteCase = async (known: TestCase): Promise<void> => {
  await api.DELETE('/api/v1/cases/{caseId}', {
    params: { path: { caseId: known.id }, header: { 'If-Match': etagOf(known) } },
  });
};

export const previewCases = ({ caseSetId, csv }: { caseSetId: string; csv: string }) =>
  dataOf(
    api.POST('/api/v1/case-sets/{caseSetId}/cases/csv/preview', {
      params: { path: { caseSetId } },
      body: { csv },
    }),
  );

export const importCases = createOnce(({ caseSetId, csv }: { caseSetId: string; csv: string }, header) =>
  dataOf(
    api.POST('/api/v1/case-sets/{caseSetId}/cases/csv', {
      params: { path: { caseSetId }, header },
      body: { csv },
    }),
  ),
);

export const exportCases = (caseSetId: string) =>
  dataOf(api.GET('/api/v1/case-sets/{caseSetId}/export', { params: { path: { caseSetId } } }));
