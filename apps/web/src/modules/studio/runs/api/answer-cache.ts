import type { AnswerCacheView } from '@promptvault/contract/studio/runs/shapes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export type AnswerCache = AnswerCacheView;

export const answerCacheQuery = queryOptions({
  queryKey: ['answer-cache'],
  queryFn: ({ signal }): Promise<AnswerCache> => dataOf(api.GET('/api/v1/answer-cache', { signal })),
});

type Change = { cache: AnswerCache; body: { enabled?: boolean; hours?: number } };

export function useAnswerCacheChanges() {
  const queries = useQueryClient();
  const onSuccess = (cache: AnswerCache) => queries.setQueryData(answerCacheQuery.queryKey, cache);
  const change = useMutation({
    mutationFn: ({ cache, body }: Change): Promise<AnswerCache> =>
      dataOf(api.PATCH('/api/v1/answer-cache', { params: { header: { 'If-Match': etagOf(cache) } }, body })),
    onSuccess,
  });
  const clear = useMutation({
    mutationFn: (): Promise<AnswerCache> => dataOf(api.POST('/api/v1/answer-cache/clear', {})),
    onSuccess,
  });
  return { change, clear };
}
