import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { PromptBranchRestored } from '../events.ts';
import type { Prompt } from '../open.ts';
import { mayWriteBranch } from '../policy.ts';
import { findBranch, lockDeletedBranch, storeBranch } from '../repository/branches.ts';
import { lockPrompt } from '../repository/prompts.ts';
import { type BranchRecord, readBranch } from './list-branches.ts';

/** Brings back the branch of this name that was deleted last. @throws prompt.branch_taken */
export async function restoreBranch(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.branch'>,
  { branch }: { branch: string },
): Promise<BranchRecord> {
  const row = await lockDeletedBranch(ctx, prompt.id, branch);
  if (!row) throw ResourceError.not_found();
  await lockPrompt(ctx, prompt.id);
  if (!mayWriteBranch(ctx.actor, prompt, row, ctx.clock.now())) throw AuthError.forbidden();
  if (await findBranch(ctx, prompt.id, branch)) throw PromptError.branch_taken({ branch });
  await storeBranch(ctx, row.id, { deletedAt: null, revision: row.revision + 1 });
  await ctx.emit(PromptBranchRestored, { kind: 'prompt', id: prompt.id }, { branchId: row.id, branch });
  return readBranch(ctx, prompt, branch);
}
