/** What was saved meanwhile, merged into the draft: for whoever saves too late. */
import type { PromptDocument } from '@promptvault/document';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { MergeConflict, MergeResolution } from './merges.ts';
import { draftKey, versionQuery, versionsKey } from './prompt-queries.ts';

/** The draft of a branch went on from `since` (null: from nothing); `head` was saved meanwhile. */
export type DraftMergeSides = { promptId: string; branch: string; since: number | null; head: number };

export type DraftMergePreview = {
  /** Of the draft that was looked at. */
  revision: number;
  document: PromptDocument;
  conflicts: MergeConflict[];
};

const headDocument = async (queries: QueryClient, { promptId, head }: DraftMergeSides) =>
  (await queries.ensureQueryData(versionQuery(promptId, head))).document as PromptDocument;

const place = ({ promptId, branch }: DraftMergeSides) => ({ promptId, branch });

export async function previewDraftMerge(
  queries: QueryClient,
  sides: DraftMergeSides,
  resolutions: readonly MergeResolution[] = [],
  signal?: AbortSignal,
): Promise<DraftMergePreview> {
  const document = await headDocument(queries, sides);
  const { revision, ...merged } = await dataOf(
    api.POST('/api/v1/prompts/{promptId}/branches/{branch}/draft/merge/preview', {
      params: { path: place(sides) },
      body: { from: sides.since, document, resolutions: [...resolutions] },
      ...(signal && { signal }),
    }),
  );
  return {
    revision,
    document: merged.document as PromptDocument,
    conflicts: merged.conflicts as MergeConflict[],
  };
}

/** Stands under the versions: a newer one makes another merge. The draft goes on, so it is never kept for long. */
export const draftMergeQuery = (
  queries: QueryClient,
  sides: DraftMergeSides,
  resolutions: readonly MergeResolution[],
) =>
  queryOptions({
    queryKey: [
      ...versionsKey(sides.promptId),
      'draft-merge',
      sides.branch,
      sides.since,
      sides.head,
      resolutions,
    ],
    queryFn: ({ signal }) => previewDraftMerge(queries, sides, resolutions, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Refused with 412 when somebody wrote in the draft since it was looked at. */
export async function mergeIntoDraft(
  queries: QueryClient,
  sides: DraftMergeSides,
  { revision, resolutions }: { revision: number; resolutions: readonly MergeResolution[] },
): Promise<PromptDocument> {
  const document = await headDocument(queries, sides);
  const draft = await dataOf(
    api.POST('/api/v1/prompts/{promptId}/branches/{branch}/draft/merge', {
      params: { path: place(sides), header: { 'If-Match': `"r${revision}"` } },
      body: { from: sides.since, document, resolutions: [...resolutions] },
    }),
  );
  return draft.document as PromptDocument;
}

/** The server's draft goes on from the newest version; the next save names the one that is known here. */
export const goOnFrom = (queries: QueryClient, { promptId, branch, head }: DraftMergeSides): void =>
  void queries.setQueryData(
    draftKey(promptId, branch),
    (known: { baseVersion: number | null } | undefined) => ({
      baseVersion: Math.max(known?.baseVersion ?? 0, head),
    }),
  );
