import { emptyDocument } from '@promptvault/document';
import { type ChangeSummary, type Resolution, summarizeChanges } from '@promptvault/merge';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { mayWriteBranch } from '../policy.ts';
import { findBranch } from '../repository/branches.ts';
import { findVersion } from '../repository/versions.ts';
import { type CarriedDraft, carryDraft } from './carry-draft.ts';
import { findDraft } from './current-draft.ts';
import { findMergeSource, type MergeFrom, type PreparedMerge, prepareMerge } from './prepare-merge.ts';

export interface PreviewMerge {
  from: MergeFrom;
  into: string;
  resolutions: readonly Resolution[];
}

export interface MergePreview extends PreparedMerge {
  from: { branch: string | null; version: number };
  into: { branch: string; version: number | null };
  changes: ChangeSummary;
  /** null when the actor may not see the draft. */
  draft: CarriedDraft['state'] | null;
}

/** What a merge would give, without making it. @throws prompt.merge_into_itself, prompt.version_unknown */
export async function previewMerge(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { from, into, resolutions }: PreviewMerge,
): Promise<MergePreview> {
  const source = await findMergeSource(ctx, prompt, from, into);
  const branch = await findBranch(ctx, prompt.id, into);
  if (!branch) throw ResourceError.not_found();
  const head = branch.headNumber === null ? undefined : await findVersion(ctx, prompt.id, branch.headNumber);
  const prepared = await prepareMerge(ctx, prompt, source.version, head, resolutions);
  const draft = mayWriteBranch(ctx.actor, prompt, branch, ctx.clock.now())
    ? await findDraft(ctx, branch.id)
    : undefined;
  return {
    ...prepared,
    from: { branch: source.branch, version: source.version.number },
    into: { branch: into, version: branch.headNumber },
    changes: summarizeChanges(head?.document ?? emptyDocument(), prepared.merged.document),
    draft: draft ? carryDraft(draft, head, prepared.merged.document).state : null,
  };
}
