import type { operations } from '@promptvault/sdk';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { Run } from '../state/run-answer.ts';
import { comparisonQuery, runKey, runsKey } from './runs.ts';

export type StartRuns = operations['startRuns']['requestBody']['content']['application/json'];
export type RetryRun = operations['retryRun']['requestBody']['content']['application/json'];

type GrowRun = operations['growRun']['requestBody']['content']['application/json'];

/** The same key for the same click: a request that is sent twice starts its runs once. */
const once = () => ({ 'Idempotency-Key': crypto.randomUUID() });

const startRuns = (body: StartRuns) => dataOf(api.POST('/api/v1/runs', { params: { header: once() }, body }));

const stopRun = (runId: string) =>
  dataOf(api.POST('/api/v1/runs/{runId}/stop', { params: { path: { runId } } }));

const stopComparison = (comparisonId: string) =>
  dataOf(api.POST('/api/v1/comparisons/{comparisonId}/stop', { params: { path: { comparisonId } } }));

const retryRun = ({ runId, ...body }: RetryRun & { runId: string }) =>
  dataOf(api.POST('/api/v1/runs/{runId}/retry', { params: { path: { runId }, header: once() }, body }));

const continueRun = ({ runId, ...body }: RetryRun & { runId: string }) =>
  dataOf(api.POST('/api/v1/runs/{runId}/continue', { params: { path: { runId }, header: once() }, body }));

const growRun = ({ runId, ...body }: GrowRun & { runId: string }) =>
  dataOf(api.POST('/api/v1/runs/{runId}/grow', { params: { path: { runId }, header: once() }, body }));

/** Starts runs; `useComparison` of the answered id shows them without asking again. */
export function useStartRuns() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: startRuns,
    onSuccess: ({ comparison }) => {
      queries.setQueryData(comparisonQuery(comparison.id).queryKey, comparison);
      return void queries.invalidateQueries({ queryKey: runsKey });
    },
  });
}

/** Resolves as soon as the server was told; the end of the run comes as its event. */
export const useStopRun = () => useMutation({ mutationFn: stopRun });

/** Stops all runs of a comparison. */
export const useStopComparison = () => useMutation({ mutationFn: stopComparison });

/** Repeats a run; the new one joins its comparison and follows the one it repeats. */
export function useRetryRun() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: retryRun, onSuccess: ({ run }) => join(queries, run) });
}

/** Goes on with an answer that was cut off; the new run joins its comparison, in the place of the one it goes on from. */
export function useContinueRun() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: continueRun, onSuccess: ({ run }) => join(queries, run) });
}

/** Lets a branch of a tree grow further; the new run joins its comparison, in the place of the one it goes on from. */
export function useGrowRun() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: growRun, onSuccess: ({ run }) => join(queries, run) });
}

function join(queries: QueryClient, run: Run): void {
  queries.setQueryData(comparisonQuery(run.comparisonId).queryKey, (known) =>
    known && !known.runs.some(({ id }) => id === run.id) ? { ...known, runs: [...known.runs, run] } : known,
  );
  void queries.invalidateQueries({ queryKey: runsKey });
}

/** Asks anew for what shows a run that has just ended. */
export function renewEnded(queries: QueryClient, run: Pick<Run, 'id' | 'comparisonId'>): void {
  void queries.invalidateQueries({ queryKey: runKey(run.id) });
  void queries.invalidateQueries({ queryKey: comparisonQuery(run.comparisonId).queryKey });
  void queries.invalidateQueries({ queryKey: runsKey });
}
