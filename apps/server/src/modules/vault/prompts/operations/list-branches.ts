import { emptyDocument, hashDocument } from '@promptvault/document';
import { aheadBehind } from '@promptvault/merge';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { mayWriteBranch } from '../policy.ts';
import { type ListedBranchRow, listBranchRows } from '../repository/branches.ts';
import { findDraft } from './current-draft.ts';
import { versionLinks } from './version-links.ts';

export interface BranchRecord extends ListedBranchRow {
  isDefault: boolean;
  /** Versions it has and the default branch lacks, and the other way round. */
  ahead: number;
  behind: number;
  mayWrite: boolean;
  isDraftChanged: boolean;
}

export async function listBranches(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { deleted }: { deleted: boolean },
): Promise<BranchRecord[]> {
  return readBranches(ctx, prompt, await listBranchRows(ctx, prompt.id, { deleted }));
}

/** The live branch of this name, as lists show it. */
export async function readBranch(ctx: Ctx, prompt: Prompt, name: string): Promise<BranchRecord> {
  const rows = await listBranchRows(ctx, prompt.id, { deleted: false, name });
  const [record] = await readBranches(ctx, prompt, rows);
  return record as BranchRecord;
}

const emptyHash = hashDocument(emptyDocument());

async function readBranches(
  ctx: Ctx,
  prompt: Prompt,
  rows: readonly ListedBranchRow[],
): Promise<BranchRecord[]> {
  const { graph } = await versionLinks(ctx, prompt);
  const trunk = prompt.head?.number ?? null;
  const hashes = await draftHashes(ctx, rows);
  return rows.map((row) => ({
    ...row,
    isDefault: row.name === prompt.defaultBranch && row.deletedAt === null,
    ...aheadBehind(graph, row.headNumber, trunk),
    mayWrite: row.deletedAt === null && mayWriteBranch(ctx.actor, prompt, row, ctx.clock.now()),
    isDraftChanged: (hashes.get(row.id) ?? row.draftHash) !== (row.headHash ?? emptyHash),
  }));
}

/** Of the drafts that somebody writes at this moment. */
async function draftHashes(ctx: Ctx, rows: readonly ListedBranchRow[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { id, draftUnfolded } of rows) {
    const draft = draftUnfolded ? await findDraft(ctx, id) : undefined;
    if (draft) hashes.set(id, draft.hash);
  }
  return hashes;
}
