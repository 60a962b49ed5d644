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
export type MergePreview = {
  from: { branch: string | null; version: number };
  into: { branch: string; version: number | null };
  /** Versions that come along; with 0 there is nothing to merge. */
  incoming: number;
  draft: 'unchanged' | 'carried' | 'blocks' | null;
  document: PromptDocument;
  conflicts: MergeConflict[];
};
export type MergeResolution = Shapes['MergeResolution'];
export type Upstream = Shapes['Upstream'];

/** How the original of a copy is named where a branch could be. */
export const original = '@original';

/** `from` is a branch, or `@original`. */
export type MergeSides = { promptId: string; from: string; into: string };

export const upstreamQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['prompt-upstream', promptId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/prompts/{promptId}/upstream', { params: { path: { promptId } }, signal })),
    retry: false,
  });

/** What a merge gives with the resolutions there are. Stands under the versions: a new one makes another merge. */
export const mergePreviewQuery = (sides: MergeSides, resolutions: readonly MergeResolution[]) =>
  queryOptions({
    queryKey: [...versionsKey(sides.promptId), 'merge', sides.from, sides.into, resolutions],
    queryFn: ({ signal }): Promise<MergePreview> =>
      sides.from === original
        ? previewPull(sides, resolutions, signal)
        : previewMerge(sides, resolutions, signal),
    placeholderData: keepPreviousData,
  });

type Preview = (
  sides: MergeSides,
  resolutions: readonly MergeResolution[],
  signal: AbortSignal,
) => Promise<MergePreview>;

const previewMerge: Preview = async ({ promptId, from, into }, resolutions, signal) => {
  const preview = await dataOf(
    api.POST('/api/v1/prompts/{promptId}/merges/preview', {
      params: { path: { promptId } },
      body: { from: { branch: from }, into, resolutions: [...resolutions] },
      signal,
    }),
  );
  const document = preview.document as PromptDocument;
  return { ...preview, document, conflicts: preview.conflicts as MergeConflict[] };
};

const previewPull: Preview = async ({ promptId, into }, resolutions, signal) => {
  const { upstream, version, ...preview } = await dataOf(
    api.POST('/api/v1/prompts/{promptId}/pull/preview', {
      params: { path: { promptId } },
      body: { into, resolutions: [...resolutions] },
      signal,
    }),
  );
  const document = preview.document as PromptDocument;
  const conflicts = preview.conflicts as MergeConflict[];
  return { ...preview, from: { branch: null, version }, incoming: upstream.newer, document, conflicts };
};

export type Merging = {
  expectedFrom: number;
  expectedInto: number | null;
  resolutions: readonly MergeResolution[];
  message: string;
};

const merge = ({ promptId, from, into }: MergeSides, { resolutions, ...body }: Merging) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/merges', {
      params: { path: { promptId }, header: { 'Idempotency-Key': elementId() } },
      body: { from: { branch: from }, into, resolutions: [...resolutions], ...body },
    }),
  );

const pull = ({ promptId, into }: MergeSides, { resolutions, expectedFrom, ...body }: Merging) =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/pull', {
      params: { path: { promptId }, header: { 'Idempotency-Key': elementId() } },
      body: { into, version: expectedFrom, resolutions: [...resolutions], ...body },
    }),
  );

export function useMerge(sides: MergeSides) {
  const { promptId, from, into } = sides;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (merging: Merging) => (from === original ? pull(sides, merging) : merge(sides, merging)),
    onSuccess: ({ version }) => {
      queries.setQueryData(draftKey(promptId, into), { baseVersion: version.number });
      void queries.invalidateQueries({ queryKey: ['prompts'] });
      void queries.invalidateQueries({ queryKey: ['prompt-upstream', promptId] });
    },
    onSettled: () => renewBranches(queries, promptId),
  });
}
