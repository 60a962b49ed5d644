import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { type ListedBranchRow, listBranchRows } from '../repository/branches.ts';
import type { LabelledVersionSummary } from './labelled-version.ts';
import { listVersions } from './list-versions.ts';

export interface VersionGraphPage {
  rows: LabelledVersionSummary[];
  nextCursor: string | null;
  branches: ListedBranchRow[];
  defaultBranch: string;
}

/** The versions of all branches with their parents, the newest first, and where each branch stands. */
export async function getVersionGraph(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<VersionGraphPage> {
  const page = await listVersions(ctx, prompt, { cursor, limit });
  const branches = await listBranchRows(ctx, prompt.id, { deleted: false });
  return { ...page, branches, defaultBranch: prompt.defaultBranch };
}
