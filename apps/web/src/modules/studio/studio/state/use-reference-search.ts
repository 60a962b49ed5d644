import { useQueryClient } from '@tanstack/react-query';
import { labelsQuery, newestVersionsQuery, promptPathsQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';

/** What a reference may name: prompts, and labels and versions of one, the likeliest first. Nothing when the server is away. */
export function useReferenceSearch() {
  const queries = useQueryClient();
  const findPaths = (query: string) => queries.fetchQuery(promptPathsQuery(query)).catch(() => []);
  const findRefs = async (path: string) => {
    const found = (await findPaths(path)).find((prompt) => prompt.path === path);
    if (!found) return [];
    const [labels, versions] = await Promise.all([
      queries.fetchQuery(labelsQuery(found.id)),
      queries.fetchQuery(newestVersionsQuery(found.id)),
    ]).catch(() => [undefined, undefined]);
    return [
      ...(labels?.items ?? []).map(({ name, targets }) => ({
        ref: name,
        detail: targets.map(({ version }) => t('showing', { number: version })).join(' · '),
      })),
      ...(versions?.items ?? []).map(({ number, message }) => ({ ref: String(number), detail: message })),
    ];
  };
  return { findPaths, findRefs };
}
