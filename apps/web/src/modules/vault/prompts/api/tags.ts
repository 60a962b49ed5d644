import type { Tag } from '@promptvault/contract/vault/catalog/shapes';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

/** The organization's tags as they stand, by name. */
export const tagRowsQuery = infiniteQueryOptions({
  queryKey: ['tags', 'rows'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam: cursor, signal }) =>
    dataOf(api.GET('/api/v1/tags', { params: { query: { limit: 200, cursor } }, signal })),
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

const at = (tag: Tag) => ({ path: { tagId: tag.id }, header: { 'If-Match': etagOf(tag) } });

const rename = ({ tag, name }: { tag: Tag; name: string }) =>
  dataOf(api.PATCH('/api/v1/tags/{tagId}', { params: at(tag), body: { name } }));

const merge = ({ tag, into }: { tag: Tag; into: Tag }) =>
  dataOf(api.POST('/api/v1/tags/{tagId}/merge', { params: at(tag), body: { into: into.id } }));

export function useTagChanges() {
  const queries = useQueryClient();
  // Also after a refusal: somebody else's change is what should be shown then.
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['tags'] }),
      queries.invalidateQueries({ queryKey: ['prompts'] }),
    ]);
  return {
    rename: useMutation({ mutationFn: rename, onSettled }),
    merge: useMutation({ mutationFn: merge, onSettled }),
  };
}
