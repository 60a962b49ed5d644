import { useQuery } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { Shared } from '../api/share-links.ts';

/** The newest saved version of a prompt, which a link may stay on. */
export function useNewestVersion({ kind, id }: Shared): number | undefined {
  const { data } = useQuery({
    queryKey: ['share-version', id],
    enabled: kind === 'prompt',
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const prompt = await dataOf(
        api.GET('/api/v1/prompts/{promptId}', { params: { path: { promptId: id } }, signal }),
      );
      return prompt.head?.number ?? null;
    },
  });
  return data ?? undefined;
}
