import type { RunRatingView } from '@promptvault/contract/studio/runs/shapes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { promptKey, promptListsKey } from '../../../vault/prompts/index.ts';
import type { Run } from '../state/run-answer.ts';

export type Rating = RunRatingView['mine'];

export const ratingQuery = (runId: string) =>
  queryOptions({
    queryKey: ['run-rating', runId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/runs/{runId}/rating', { params: { path: { runId } }, signal })),
  });

/** Rates an answer, or takes that back with null. The score of its prompt is asked for anew. */
export function useRateRun({ id: runId, promptId }: Pick<Run, 'id' | 'promptId'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rating: Rating) =>
      dataOf(api.PUT('/api/v1/runs/{runId}/rating', { params: { path: { runId } }, body: { rating } })),
    onSuccess: (rated) => {
      queries.setQueryData(ratingQuery(runId).queryKey, rated);
      void queries.invalidateQueries({ queryKey: promptListsKey });
      if (promptId !== null) void queries.invalidateQueries({ queryKey: promptKey(promptId) });
    },
  });
}
