import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { elementId } from '../state/element-id.ts';
import { renewBranches } from './branches.ts';
import { draftKey, type Prompt, promptKey } from './prompt-queries.ts';

type Commit = { branch: string; expectedParent: number | null; message: string };

const once = () => ({ 'Idempotency-Key': elementId() });

const commit = (promptId: string, { branch, ...body }: Commit) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/branches/{branch}/versions', {
      params: { path: { promptId, branch }, header: once() },
      body,
    }),
  );

const restore = (promptId: string, { number, ...body }: Commit & { number: number }) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/versions/{number}/restore', {
      params: { path: { promptId, number }, header: once() },
      body,
    }),
  );

export type StatusStep = 'publish' | 'unpublish' | 'unarchive';

const steps = {
  publish: '/api/v1/prompts/{promptId}/publish',
  unpublish: '/api/v1/prompts/{promptId}/unpublish',
  unarchive: '/api/v1/prompts/{promptId}/unarchive',
} as const;

const changeStatus = (promptId: string, step: StatusStep) =>
  dataOf(api.POST(steps[step], { params: { path: { promptId } } }));

const changeVisibility = (
  promptId: string,
  { revision, visibility }: Pick<Prompt, 'revision' | 'visibility'>,
) =>
  dataOf(
    api.PATCH('/api/v1/prompts/{promptId}', {
      params: { path: { promptId }, header: { 'If-Match': `"r${revision}"` } },
      body: { visibility },
    }),
  );

/** What is left out stays as it is. */
type Details = Pick<Prompt, 'revision'> & {
  title?: string;
  path?: string;
  description?: string;
  tags?: string[];
  /** Ids of people. */
  coEditors?: string[];
};

const changeDetails = (promptId: string, { revision, ...body }: Details) =>
  dataOf(
    api.PATCH('/api/v1/prompts/{promptId}', {
      params: { path: { promptId }, header: { 'If-Match': `"r${revision}"` } },
      body,
    }),
  );

/** After a version was made: the head, the base of the draft and the list are read anew. */
const renewVersions = (queries: QueryClient, promptId: string, branch: string, baseVersion: number) => {
  queries.setQueryData(draftKey(promptId, branch), { baseVersion });
  return Promise.all([
    renewBranches(queries, promptId),
    queries.invalidateQueries({ queryKey: ['prompts'] }),
  ]);
};

export function usePromptChanges(promptId: string) {
  const queries = useQueryClient();
  const known = (prompt: Prompt) => {
    queries.setQueryData(promptKey(promptId), prompt);
    void queries.invalidateQueries({ queryKey: ['prompts'] });
  };
  const stale = () => void queries.invalidateQueries({ queryKey: promptKey(promptId) });
  return {
    commit: useMutation({
      mutationFn: (body: Commit) => commit(promptId, body),
      onSuccess: ({ version }, { branch }) => renewVersions(queries, promptId, branch, version.number),
    }),
    restore: useMutation({
      mutationFn: (body: Commit & { number: number }) => restore(promptId, body),
      onSuccess: ({ version }, { branch }) => renewVersions(queries, promptId, branch, version.number),
    }),
    status: useMutation({
      mutationFn: (step: StatusStep) => changeStatus(promptId, step),
      onSuccess: known,
      onError: stale,
    }),
    details: useMutation({
      mutationFn: (body: Details) => changeDetails(promptId, body),
      onSuccess: known,
      onError: stale,
    }),
    visibility: useMutation({
      mutationFn: (change: Pick<Prompt, 'revision' | 'visibility'>) => changeVisibility(promptId, change),
      onSuccess: known,
      onError: stale,
    }),
  };
}
