/** What was saved meanwhile, merged into the draft: for whoever saves too late. */
import type { PromptDocument } from '@promptvault/document';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
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

const mostTries = 4;

/**
 * Looks at the draft and merges, again while others write in it between the two. `resolve` settles what is in conflict
 * then, as far as it can. @throws prompt.merge_conflicts for what is left
 */
export async function mergeIntoDraft(
  queries: QueryClient,
  sides: DraftMergeSides,
  resolve: (conflicts: readonly MergeConflict[]) => readonly MergeResolution[],
): Promise<PromptDocument> {
  for (let tries = 1; ; tries += 1) {
    const { revision, conflicts } = await previewDraftMerge(queries, sides);
    try {
      return await mergeAt(queries, sides, { revision, resolutions: resolve(conflicts) });
    } catch (error) {
      const isStale = error instanceof ApiProblem && error.code === 'request.stale';
      if (!isStale || tries === mostTries) throw error;
    }
  }
}

/** Refused with 412 when somebody wrote in the draft since it was looked at. */
async function mergeAt(
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
