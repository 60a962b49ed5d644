import type { components } from '@promptvault/sdk';
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { elementId } from '../state/element-id.ts';
import { promptKey, versionsKey } from './prompt-queries.ts';

export type Branch = components['schemas']['PromptBranch'];
export type VersionGraph = components['schemas']['PromptVersionGraph'];

export const branchesKey = (promptId: string) => ['prompt-branches', promptId] as const;

export const branchesQuery = (promptId: string) =>
  queryOptions({
    queryKey: branchesKey(promptId),
    queryFn: async ({ signal }) => {
      const { items } = await dataOf(
        api.GET('/api/v1/prompts/{promptId}/branches', { params: { path: { promptId } }, signal }),
      );
      return items;
    },
    staleTime: 10_000,
  });

/** The versions of all branches with their parents, the newest first. Stands under the versions of the prompt. */
export const graphQuery = (promptId: string) =>
  infiniteQueryOptions({
    queryKey: [...versionsKey(promptId), 'graph'],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{promptId}/graph', {
          params: { path: { promptId }, query: { limit: 100, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const matching = ({ revision }: Pick<Branch, 'revision'>) => ({ 'If-Match': `"r${revision}"` });

const create = (promptId: string, body: { name: string; from?: number }) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/branches', {
      params: { path: { promptId }, header: { 'Idempotency-Key': elementId() } },
      body,
    }),
  );

const rename = (promptId: string, { branch, name }: { branch: Branch; name: string }) =>
  dataOf(
    api.PATCH('/api/v1/prompts/{promptId}/branches/{branch}', {
      params: { path: { promptId, branch: branch.name }, header: matching(branch) },
      body: { name },
    }),
  );

const remove = async (promptId: string, branch: Branch) => {
  await dataOf(
    api.DELETE('/api/v1/prompts/{promptId}/branches/{branch}', {
      params: { path: { promptId, branch: branch.name }, header: matching(branch) },
    }),
  );
};

const restore = (promptId: string, branch: string) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/branches/{branch}/restore', {
      params: { path: { promptId, branch } },
    }),
  );

/** After heads or branches have changed: everything that tells where they stand is read anew. */
export const renewBranches = (queries: QueryClient, promptId: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: branchesKey(promptId) }),
    queries.invalidateQueries({ queryKey: promptKey(promptId) }),
    queries.invalidateQueries({ queryKey: versionsKey(promptId) }),
  ]);

export function useBranchChanges(promptId: string) {
  const queries = useQueryClient();
  // Not waited for: whoever made the change moves on to the branch first.
  const onSettled = () => void renewBranches(queries, promptId);
  /** Known under its new name at once, so that its page can be opened; the old name goes with the next reading. */
  const onSuccess = (branch: Branch) =>
    queries.setQueryData(branchesKey(promptId), (known: Branch[] | undefined) => known && [...known, branch]);
  return {
    create: useMutation({
      mutationFn: (body: { name: string; from?: number }) => create(promptId, body),
      onSuccess,
      onSettled,
    }),
    rename: useMutation({
      mutationFn: (change: { branch: Branch; name: string }) => rename(promptId, change),
      onSuccess,
      onSettled,
    }),
    remove: useMutation({ mutationFn: (branch: Branch) => remove(promptId, branch), onSettled }),
    restore: useMutation({ mutationFn: (branch: string) => restore(promptId, branch), onSettled }),
  };
}
