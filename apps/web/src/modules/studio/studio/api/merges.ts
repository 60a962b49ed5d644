import type { Json, PromptDocument } from '@promptvault/document';
import type { components } from '@promptvault/sdk';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { elementId } from '../state/element-id.ts';
import { renewBranches } from './branches.ts';
import { draftKey, versionsKey } from './prompt-queries.ts';

type Shapes = components['schemas'];

export type MergeConflict = Pick<Shapes['MergeConflict'], 'path' | 'kind'> & {
  base: Json;
  ours: Json;
  theirs: Json;
};
export type MergePreview = Pick<Shapes['MergePreview'], 'from' | 'into' | 'incoming' | 'draft'> & {
  document: PromptDocument;
  conflicts: MergeConflict[];
};
export type MergeResolution = components['schemas']['MergeResolution'];

export type MergeSides = { promptId: string; from: string; into: string };

/** What a merge gives with the resolutions there are. Stands under the versions: a new one makes another merge. */
export const mergePreviewQuery = (
  { promptId, from, into }: MergeSides,
  resolutions: readonly MergeResolution[],
) =>
  queryOptions({
    queryKey: [...versionsKey(promptId), 'merge', from, into, resolutions],
    queryFn: async ({ signal }): Promise<MergePreview> => {
      const preview = await dataOf(
        api.POST('/api/v1/prompts/{promptId}/merges/preview', {
          params: { path: { promptId } },
          body: { from: { branch: from }, into, resolutions: [...resolutions] },
          signal,
        }),
      );
      const document = preview.document as PromptDocument;
      return { ...preview, document, conflicts: preview.conflicts as MergeConflict[] };
    },
    placeholderData: keepPreviousData,
  });

export type Merging = {
  expectedFrom: number;
  expectedInto: number | null;
  resolutions: readonly MergeResolution[];
  message: string;
};

export function useMerge({ promptId, from, into }: MergeSides) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ resolutions, ...body }: Merging) =>
      dataOf(
        api.POST('/api/v1/prompts/{promptId}/merges', {
          params: { path: { promptId }, header: { 'Idempotency-Key': elementId() } },
          body: { from: { branch: from }, into, resolutions: [...resolutions], ...body },
        }),
      ),
    onSuccess: ({ version }) => {
      queries.setQueryData(draftKey(promptId, into), { baseVersion: version.number });
      void queries.invalidateQueries({ queryKey: ['prompts'] });
    },
    onSettled: () => renewBranches(queries, promptId),
  });
}
