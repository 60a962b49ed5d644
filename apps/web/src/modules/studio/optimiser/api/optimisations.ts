import type { components, operations } from '@promptvault/sdk';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { useLive } from '../../../../wire/use-live.ts';

export type Optimisation = components['schemas']['Optimisation'];
export type Report = components['schemas']['OptimisationReport'];
export type Candidate = components['schemas']['OptimisationCandidate'];
export type CandidateDetail = components['schemas']['CandidateDetail'];
export type StartBody = operations['startOptimisation']['requestBody']['content']['application/json'];

export const optimisationsKey = ['optimisations'] as const;

export const optimisationsQuery = (promptId: string) =>
  queryOptions({
    queryKey: [...optimisationsKey, 'list', promptId],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/api/v1/optimisations', { params: { query: { promptId, limit: 50 } }, signal })))
        .items,
    enabled: promptId !== '',
  });

export const optimisationQuery = (optimisationId: string) =>
  queryOptions({
    queryKey: [...optimisationsKey, 'one', optimisationId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/optimisations/{optimisationId}', { params: { path: { optimisationId } }, signal }),
      ),
  });

export const candidateQuery = (candidateId: string) =>
  queryOptions({
    queryKey: [...optimisationsKey, 'candidate', candidateId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/optimisation-candidates/{candidateId}', {
          params: { path: { candidateId } },
          signal,
        }),
      ),
  });

/** The suites of a prompt, for choosing one. */
export const suitesOfQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['suites', 'of-prompt', promptId],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/api/v1/suites', { params: { query: { promptId, limit: 100 } }, signal })))
        .items,
    enabled: promptId !== '',
  });

export const startOptimisation = createOnce((body: StartBody, header) =>
  dataOf(api.POST('/api/v1/optimisations', { params: { header }, body })),
);

const of = (optimisationId: string) => ({ path: { optimisationId } });

export const stopOptimisation = (optimisationId: string) =>
  dataOf(api.POST('/api/v1/optimisations/{optimisationId}/stop', { params: of(optimisationId) }));

export const resumeOptimisation = (optimisationId: string, budgetMicroDollars: number) =>
  dataOf(
    api.POST('/api/v1/optimisations/{optimisationId}/resume', {
      params: of(optimisationId),
      body: { budgetMicroDollars },
    }),
  );

export const adoptCandidate = createOnce(
  ({ candidateId, branch }: { candidateId: string; branch: string }, header) =>
    dataOf(
      api.POST('/api/v1/optimisation-candidates/{candidateId}/adopt', {
        params: { path: { candidateId }, header },
        body: { branch },
      }),
    ),
);

/** Asks anew as more of it is done: the server tells of it at most once a second. */
export function useOptimisationLive(optimisationId: string): void {
  const queries = useQueryClient();
  useLive(`optimisation:${optimisationId}`, {
    onEvent: () => void queries.invalidateQueries({ queryKey: optimisationsKey }),
  });
}
