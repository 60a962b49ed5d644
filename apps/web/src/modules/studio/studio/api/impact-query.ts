import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

/** What depends on a prompt, directly and through others. */
export const impactQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['prompt-impact', promptId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/prompts/{promptId}/impact', { params: { path: { promptId } }, signal })),
    staleTime: 30_000,
  });
