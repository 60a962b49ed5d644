import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Resolution } from '@promptvault/merge';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { carryDraft } from './carry-draft.ts';
import { type Committed, saveVersion, takeBranch } from './commit-version.ts';
import { findMergeSource, type MergeFrom, prepareMerge, refuseOpenMerge } from './prepare-merge.ts';

export interface MergeBranch {
  from: MergeFrom;
  into: string;
  expectedFrom: number;
  expectedInto: number | null;
  resolutions: readonly Resolution[];
  message: string;
}

/**
 * Merges a branch or version into a branch: one version with two parents, or nothing at all. Uncommitted changes
 * of the target stay in its draft, on top of the merge.
 * @throws prompt.merge_into_itself, prompt.merge_stale, prompt.nothing_to_merge, prompt.resolution_refused,
 *   prompt.merge_conflicts, prompt.draft_unsaved, prompt.archived
 */
export async function mergeBranch(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { from, into, expectedFrom, expectedInto, resolutions, message }: MergeBranch,
): Promise<Committed> {
  if (prompt.status === 'archived') throw PromptError.archived();
  const held = await takeBranch(ctx, prompt, into);
  const { row, draft, head } = held;
  const source = await findMergeSource(ctx, prompt, from, into);
  const name = source.branch ?? `version ${source.version.number}`;
  if (source.version.number !== expectedFrom || row.headNumber !== expectedInto)
    throw PromptError.merge_stale({
      from: { name, expected: expectedFrom, head: source.version.number },
      into: { name: into, expected: expectedInto, head: row.headNumber },
    });
  const { incoming, merged } = await prepareMerge(ctx, prompt, source.version, head, resolutions);
  if (incoming === 0) throw PromptError.nothing_to_merge({ from: name, into });
  refuseOpenMerge(merged, resolutions);
  const carried = carryDraft(draft, head, merged.document);
  if (carried.state === 'blocks') throw PromptError.draft_unsaved({ branch: into });
  return saveVersion(ctx, prompt, {
    ...held,
    document: merged.document,
    draftDocument: carried.state === 'carried' ? carried.document : undefined,
    message: message || `Merged ${name}`,
    secondParent: source.version.number,
  });
}
