import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptBranchRenamed } from '../events.ts';
import type { Prompt } from '../open.ts';
import { findBranch, storeBranch } from '../repository/branches.ts';
import { holdForChange } from './hold-branch.ts';
import { type BranchRecord, readBranch } from './list-branches.ts';
import { tellAccess } from './tell-draft.ts';

/** @throws prompt.branch_protected, prompt.branch_taken, request.stale */
export async function renameBranch(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch, name, revision }: { branch: string; name: string; revision: number },
): Promise<BranchRecord> {
  const row = await holdForChange(ctx, prompt, branch, revision);
  if (name === branch) return readBranch(ctx, prompt, name);
  if (await findBranch(ctx, prompt.id, name)) throw PromptError.branch_taken({ branch: name }).at('name');
  await storeBranch(ctx, row.id, { name, revision: row.revision + 1 });
  await ctx.emit(
    PromptBranchRenamed,
    { kind: 'prompt', id: prompt.id },
    { branchId: row.id, from: branch, to: name },
  );
  tellAccess(ctx, prompt.id);
  return readBranch(ctx, prompt, name);
}
