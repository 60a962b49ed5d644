import type { components } from '@promptvault/sdk';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { promptKey } from '../../../vault/prompts/index.ts';

export type Prompt = components['schemas']['Prompt'];
export type Version = components['schemas']['PromptVersion'];
export type VersionSummary = components['schemas']['PromptVersionSummary'];
export type ResolvedReference = Pick<
  components['schemas']['ResolvedReference'],
  'promptId' | 'path' | 'version' | 'label' | 'isFloating' | 'source'
>;

const of = (promptId: string) => ({ path: { promptId } });

export { promptKey };
export const versionsKey = (promptId: string) => ['prompt-versions', promptId] as const;
export const draftKey = (promptId: string, branch: string) => ['prompt-draft', promptId, branch] as const;

export const promptQuery = (promptId: string) =>
  queryOptions({
    queryKey: promptKey(promptId),
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/prompts/{promptId}', { params: of(promptId), signal })),
  });

/** Which version the draft goes on from. Its text comes as Yjs updates instead. */
export const draftBaseQuery = (promptId: string, branch: string) =>
  queryOptions({
    queryKey: draftKey(promptId, branch),
    queryFn: async ({ signal }) => {
      const path = { promptId, branch };
      const draft = await dataOf(
        api.GET('/api/v1/prompts/{promptId}/branches/{branch}/draft', { params: { path }, signal }),
      );
      return { baseVersion: draft.baseVersion };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A version never changes; its labels are read with the list. */
export const versionQuery = (promptId: string, number: number) =>
  queryOptions({
    queryKey: ['prompt-version', promptId, number],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{promptId}/versions/{number}', {
          params: { path: { promptId, number } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Stands under `runs`, so that it is asked anew whenever a run starts or ends. */
export const promptRunsQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['runs', 'of-prompt', promptId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/runs', { params: { query: { promptId, origin: 'direct', limit: 50 } }, signal }),
      ),
  });

/** What texts take in, and the prompt that the whole document extends. */
export const referencesQuery = (references: readonly string[], parent: string | null = null) =>
  queryOptions({
    queryKey: ['references', parent, ...references],
    queryFn: ({ signal }) => {
      const body = { references: [...references], parents: parent === null ? [] : [parent] };
      return dataOf(api.POST('/api/v1/references/resolve', { body, signal }));
    },
    enabled: references.length > 0 || parent !== null,
    placeholderData: keepPreviousData,
    // What could not be read without a connection is asked for again with it.
    refetchOnReconnect: true,
  });

/** Prompts whose title or path holds a text, to complete after `{{>`. */
export const promptPathsQuery = (q: string) =>
  queryOptions({
    queryKey: ['prompts', 'paths', q],
    queryFn: async ({ signal }) => {
      const query = { limit: 50, ...(q !== '' && { q: q.slice(0, 200) }) };
      const { items } = await dataOf(api.GET('/api/v1/prompts', { params: { query }, signal }));
      return items.map(({ id, path, title }) => ({ id, path, title }));
    },
    staleTime: 60_000,
  });

export const labelsKey = (promptId: string) => ['prompt-labels', promptId] as const;

export const labelsQuery = (promptId: string) =>
  queryOptions({
    queryKey: labelsKey(promptId),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/prompts/{promptId}/labels', { params: of(promptId), signal })),
    staleTime: 30_000,
  });

/** The newest few, to choose one from. */
export const newestVersionsQuery = (promptId: string) =>
  queryOptions({
    queryKey: [...versionsKey(promptId), 'newest'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{promptId}/versions', {
          params: { ...of(promptId), query: { limit: 20 } },
          signal,
        }),
      ),
    staleTime: 30_000,
  });
