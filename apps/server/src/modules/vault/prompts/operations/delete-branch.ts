import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptBranchDeleted } from '../events.ts';
import type { Prompt } from '../open.ts';
import { storeBranch } from '../repository/branches.ts';
import { holdForChange } from './hold-branch.ts';
import { tellAccess } from './tell-draft.ts';

/** Takes a branch away; its versions and its draft stay, so that it can be restored. @throws prompt.branch_protected */
export async function deleteBranch(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch, revision }: { branch: string; revision: number },
): Promise<void> {
  const row = await holdForChange(ctx, prompt, branch, revision);
  await storeBranch(ctx, row.id, { deletedAt: ctx.clock.now(), revision: row.revision + 1 });
  await ctx.emit(PromptBranchDeleted, { kind: 'prompt', id: prompt.id }, { branchId: row.id, branch });
  tellAccess(ctx, prompt.id);
}
