import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { listBranchRows } from '../repository/branches.ts';

export async function listBranches(ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>) {
  return { rows: await listBranchRows(ctx, prompt.id), defaultBranch: prompt.defaultBranch };
}
