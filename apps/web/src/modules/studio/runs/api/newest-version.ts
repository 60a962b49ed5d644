import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

/** The number of the newest version of a prompt's default branch; null as long as nothing was saved. */
export const newestVersionQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['prompt-newest', promptId],
    queryFn: async ({ signal }) => {
      const path = { promptId };
      const { items } = await dataOf(
        api.GET('/api/v1/prompts/{promptId}/labels', { params: { path }, signal }),
      );
      return items.find(({ name }) => name === 'latest')?.targets[0]?.version ?? null;
    },
  });
