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
import { useLiveChanges } from '../../../../wire/use-live.ts';
import { elementId } from '../state/element-id.ts';
import { labelsKey, versionsKey } from './prompt-queries.ts';

export type Label = components['schemas']['PromptLabel'];
export type LabelTarget = Label['targets'][number];
export type LabelMove = components['schemas']['PromptLabelMove'];
export type LabelRequest = components['schemas']['LabelRequest'];

/** A label as it was seen; the revision is 0 for one that does not exist yet. */
export type SeenLabel = Pick<Label, 'name' | 'revision'>;
export type LabelChange = SeenLabel & { targets: readonly LabelTarget[] };

const placeOf = (promptId: string, { name, revision }: SeenLabel) => ({
  path: { promptId, label: name },
  header: { 'If-Match': `"r${revision}"` },
});

export const labelMovesQuery = (promptId: string, label: string) =>
  infiniteQueryOptions({
    queryKey: [...labelsKey(promptId), 'moves', label],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{promptId}/labels/{label}/moves', {
          params: {
            path: { promptId, label },
            query: { limit: 50, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Moves of protected labels of one prompt that wait for somebody. */
export const labelRequestsQuery = (promptId: string) =>
  queryOptions({
    queryKey: [...labelsKey(promptId), 'requests'],
    queryFn: async ({ signal }) => {
      const query = { prompt: promptId, status: 'pending' as const, limit: 50 };
      const { items } = await dataOf(api.GET('/api/v1/label-requests', { params: { query }, signal }));
      return items;
    },
  });

const set = (promptId: string, { targets, ...label }: LabelChange) =>
  dataOf(
    api.PUT('/api/v1/prompts/{promptId}/labels/{label}', {
      params: placeOf(promptId, label),
      body: { targets: [...targets] },
    }),
  );

const remove = async (promptId: string, label: SeenLabel) => {
  await dataOf(api.DELETE('/api/v1/prompts/{promptId}/labels/{label}', { params: placeOf(promptId, label) }));
};

const rollBack = (promptId: string, { moveId, ...label }: SeenLabel & { moveId?: string }) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/labels/{label}/rollback', {
      params: placeOf(promptId, label),
      body: moveId === undefined ? {} : { moveId },
    }),
  );

const ask = (promptId: string, { targets, note, ...label }: LabelChange & { note: string }) => {
  const { path, header } = placeOf(promptId, label);
  return dataOf(
    api.POST('/api/v1/prompts/{promptId}/labels/{label}/requests', {
      params: { path, header: { ...header, 'Idempotency-Key': elementId() } },
      body: { targets: [...targets], note },
    }),
  );
};

export type Verdict = 'approve' | 'reject';

const decide = ({ requestId, verdict, note }: { requestId: string; verdict: Verdict; note: string }) =>
  dataOf(
    api.POST(
      verdict === 'approve'
        ? '/api/v1/label-requests/{requestId}/approve'
        : '/api/v1/label-requests/{requestId}/reject',
      { params: { path: { requestId } }, body: { note } },
    ),
  );

const cancel = (requestId: string) =>
  dataOf(api.POST('/api/v1/label-requests/{requestId}/cancel', { params: { path: { requestId } } }));

const renewLabels = (queries: QueryClient, promptId: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: labelsKey(promptId) }),
    queries.invalidateQueries({ queryKey: versionsKey(promptId) }),
    queries.invalidateQueries({ queryKey: ['references'] }),
  ]);

/** Asks anew for the labels whenever a move of a protected one is asked for or decided. */
export function useLabelsLive(promptId: string): void {
  const queries = useQueryClient();
  useLiveChanges('label-requests', () => void renewLabels(queries, promptId));
}

export function useLabelChanges(promptId: string) {
  const queries = useQueryClient();
  const onSettled = () => renewLabels(queries, promptId);
  return {
    set: useMutation({ mutationFn: (change: LabelChange) => set(promptId, change), onSettled }),
    remove: useMutation({ mutationFn: (label: SeenLabel) => remove(promptId, label), onSettled }),
    rollBack: useMutation({
      mutationFn: (change: SeenLabel & { moveId?: string }) => rollBack(promptId, change),
      onSettled,
    }),
    ask: useMutation({
      mutationFn: (change: LabelChange & { note: string }) => ask(promptId, change),
      onSettled,
    }),
    decide: useMutation({ mutationFn: decide, onSettled }),
    cancel: useMutation({ mutationFn: cancel, onSettled }),
  };
}
