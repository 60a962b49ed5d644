import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useSession } from '../../../../shell/session.ts';
import { afterFirstAct } from '../../../../ui/first-act.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { PromptSearch } from '../state/prompt-search.ts';

export type PromptListPage = { items: PromptSummary[]; nextCursor: string | null; total: number | null };
export type PromptListData = InfiniteData<PromptListPage, string | undefined>;

/** Every list of prompts stands under this key. */
export const promptKey = (promptId: string) => ['prompt', promptId] as const;
export const promptListsKey = ['prompts', 'list'] as const;

/** The first page is as long as a tall window, so that it comes quickly; the rest follows in long ones. */
const firstPage = 60;
const laterPage = 200;
/** Loaded ahead without being asked; beyond, scrolling asks. */
const aheadRows = 3000;

const listQuery = (search: PromptSearch, me: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...promptListsKey, search, search.author && me],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }): Promise<PromptListPage> => {
      const { favorite, archived, author, ...rest } = search;
      const query = {
        ...rest,
        ...(favorite && { favorite: 'true' as const }),
        ...(archived && { archived: 'true' as const }),
        ...(author && { author: me }),
        cursor,
        limit: cursor === undefined ? firstPage : laterPage,
      };
      return dataOf(api.GET('/api/v1/prompts', { params: { query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** The prompts of the address, page after page until they are all there. */
export function usePromptList(search: PromptSearch) {
  const list = useInfiniteQuery(listQuery(search, useSession()?.person.id));
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = list;
  const all = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  const loaded = all?.length ?? 0;
  useEffect(() => {
    if (!hasNextPage || isFetching || isError || loaded >= aheadRows) return;
    // The first rows are read before more of them come: on a slow phone drawing them would hold up the page.
    return afterFirstAct(() => void fetchNextPage());
  }, [hasNextPage, isFetching, isError, loaded, fetchNextPage]);
  // Drawn in slices: the answer of a query alone would be drawn in one go.
  const rows = useDeferredValue(all, undefined);
  return { ...list, rows, total: data?.pages[0]?.total ?? null };
}

/** The few that changed last. */
export const recentPromptsQuery = queryOptions({
  queryKey: ['prompts', 'recent'],
  queryFn: ({ signal }): Promise<PromptListPage> =>
    dataOf(api.GET('/api/v1/prompts', { params: { query: { limit: 6 } }, signal })),
  staleTime: 5_000,
});

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: async ({ signal }): Promise<readonly string[]> => {
    const { items } = await dataOf(api.GET('/api/v1/tags', { params: { query: { limit: 200 } }, signal }));
    return items.map(({ name }) => name);
  },
});
