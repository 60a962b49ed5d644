import type { components, operations } from '@promptvault/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { isOver } from '../../runs/index.ts';
import { casesKey, type NewCase } from './cases.ts';

export type CaseProposals = components['schemas']['CaseProposals'];
type Body = operations['proposeCases']['requestBody']['content']['application/json'];

/** How often an answer that is still being written is read again, in milliseconds. */
const readAgainMs = 800;

/** The proposals of a run so far; more of them come while the model writes. */
export const proposalsQuery = (caseSetId: string, runId: string) =>
  queryOptions({
    queryKey: [...casesKey, 'proposals', caseSetId, runId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/case-sets/{caseSetId}/proposals/{runId}', {
          params: { path: { caseSetId, runId } },
          signal,
        }),
      ),
    enabled: runId !== '',
    refetchInterval: ({ state: { data } }) => (data && isOver(data.status) ? false : readAgainMs),
  });

export const proposeCases = createOnce(({ caseSetId, ...body }: Body & { caseSetId: string }, header) =>
  dataOf(
    api.POST('/api/v1/case-sets/{caseSetId}/proposals', { params: { path: { caseSetId }, header }, body }),
  ),
);

/** All or none of them, as one version of the set. */
export const addCases = createOnce(({ caseSetId, cases }: { caseSetId: string; cases: NewCase[] }, header) =>
  dataOf(
    api.POST('/api/v1/case-sets/{caseSetId}/cases', {
      params: { path: { caseSetId }, header },
      body: { cases },
    }),
  ),
);
