import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { type BranchRow, lockBranch } from '../repository/branches.ts';
import { lockPrompt } from '../repository/prompts.ts';

/**
 * The branch, held to be renamed or deleted, and then its prompt, as whoever commits holds them. Holding the
 * prompt, names are given one at a time.
 * @throws resource.not_found, prompt.branch_protected, request.stale
 */
export async function holdForChange(
  ctx: Ctx,
  prompt: Prompt,
  name: string,
  revision: number,
): Promise<BranchRow> {
  const row = await lockBranch(ctx, prompt.id, name);
  if (!row) throw ResourceError.not_found();
  await lockPrompt(ctx, prompt.id);
  if (name === prompt.defaultBranch) throw PromptError.branch_protected({ branch: name });
  if (row.revision !== revision) throw RequestError.stale({ current: row.revision });
  return row;
}
