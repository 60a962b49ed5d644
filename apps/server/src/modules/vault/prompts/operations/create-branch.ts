import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { emptyDocument } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptBranchCreated } from '../events.ts';
import type { Prompt } from '../open.ts';
import { countBranches, insertBranch } from '../repository/branches.ts';
import { insertDrafts } from '../repository/drafts.ts';
import { lockPrompt } from '../repository/prompts.ts';
import { findVersion } from '../repository/versions.ts';
import { startDraft } from './draft-text.ts';
import { type BranchRecord, readBranch } from './list-branches.ts';

export const mostBranches = 500;

export interface CreateBranch {
  name: string;
  /** Any version of the prompt; without it the newest of the default branch. */
  from?: number | undefined;
}

/**
 * Makes a branch that goes on from a version, with a draft of its own.
 * @throws prompt.branch_taken, prompt.branches_full, prompt.version_unknown, prompt.archived
 */
export async function createBranch(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.branch'>,
  { name, from }: CreateBranch,
): Promise<BranchRecord> {
  if (prompt.status === 'archived') throw PromptError.archived();
  await lockPrompt(ctx, prompt.id);
  if ((await countBranches(ctx, prompt.id)) >= mostBranches)
    throw PromptError.branches_full({ most: mostBranches });
  const number = from ?? prompt.head?.number;
  const start = number === undefined ? undefined : await findVersion(ctx, prompt.id, number);
  if (number !== undefined && !start) throw PromptError.version_unknown({ version: number }).at('from');
  const { organizationId } = ctx;
  const now = ctx.clock.now();
  const id = ctx.newId();
  const isNew = await insertBranch(ctx, {
    organizationId,
    id,
    promptId: prompt.id,
    name,
    headId: start?.id ?? null,
    headNumber: start?.number ?? null,
    headAt: start?.createdAt ?? null,
    baseNumber: start?.number ?? null,
    createdBy: personOf(ctx.actor),
    createdAt: now,
  });
  if (!isNew) throw PromptError.branch_taken({ branch: name }).at('name');
  const { snapshot, document, hash } = startDraft(start?.document ?? emptyDocument());
  await insertDrafts(ctx, [
    {
      organizationId,
      branchId: id,
      snapshot,
      document,
      hash,
      seq: 0,
      baseNumber: start?.number ?? null,
      updatedAt: now,
    },
  ]);
  await ctx.emit(
    PromptBranchCreated,
    { kind: 'prompt', id: prompt.id },
    { branchId: id, branch: name, from: start?.number ?? null },
  );
  return readBranch(ctx, prompt, name);
}
