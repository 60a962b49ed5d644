import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import {
  infiniteQueryOptions,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { toast } from '../../../../ui/toast-store.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { t } from '../messages.ts';
import { restorePrompt } from './prompt-calls.ts';
import type { PromptListPage } from './prompt-list.ts';

const deletedKey = ['prompts', 'deleted'] as const;

const deletedQuery = infiniteQueryOptions({
  queryKey: deletedKey,
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam: cursor, signal }): Promise<PromptListPage> =>
    dataOf(
      api.GET('/api/v1/prompts', { params: { query: { deleted: 'true', cursor, limit: 100 } }, signal }),
    ),
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

/** The prompts that were deleted and can still be restored. */
export function useDeletedPrompts() {
  const list = useInfiniteQuery(deletedQuery);
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  return { ...list, rows };
}

const outdate = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['prompts'] });

/** Brings one back; `path` says where it is now, since its old one may have been taken. */
export function useRestorePrompt() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (prompt: PromptSummary) => restorePrompt(prompt),
    onSuccess: (_restored, { title }) => {
      toast({ tone: 'ok', text: t('restored', { title }) });
    },
    onSettled: () => outdate(queries),
  });
}
