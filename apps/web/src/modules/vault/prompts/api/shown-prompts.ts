import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import type { QueryClient } from '@tanstack/react-query';
import { type PromptListData, promptListsKey } from './prompt-list.ts';

/** Changes rows in every list on the screen or behind it, before the server has answered; undefined takes one out. */
export function changeShown(
  queries: QueryClient,
  ids: readonly string[],
  change: (prompt: PromptSummary) => PromptSummary | undefined,
): void {
  const wanted = new Set(ids);
  queries.setQueriesData<PromptListData>({ queryKey: promptListsKey }, (data) => {
    if (!data) return data;
    let removed = 0;
    const pages = data.pages.map((page) => {
      if (!page.items.some(({ id }) => wanted.has(id))) return page;
      const items = page.items.flatMap((prompt) => {
        const next = wanted.has(prompt.id) ? change(prompt) : prompt;
        return next ? [next] : [];
      });
      removed += page.items.length - items.length;
      return { ...page, items };
    });
    return {
      ...data,
      pages: pages.map((page) => ({ ...page, total: page.total === null ? null : page.total - removed })),
    };
  });
}

/** Takes a picture of all lists; the function puts it back. */
export function rememberShown(queries: QueryClient): () => void {
  const before = queries.getQueriesData<PromptListData>({ queryKey: promptListsKey });
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data);
  };
}
