import { type DocumentProblem, emptyDocument, hashDocument } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { type BranchRow, findBranch } from '../repository/branches.ts';
import type { DraftRow } from '../repository/drafts.ts';
import { findVersionHash } from '../repository/versions.ts';
import { findDraft } from './current-draft.ts';
import { readDraft } from './draft-text.ts';

export interface DraftRecord extends DraftRow {
  branch: string;
  isChanged: boolean;
  problems: DocumentProblem[];
}

export async function getDraft(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch }: { branch: string },
): Promise<DraftRecord> {
  const { branchRow, draft } = await findDraftOf(ctx, prompt, branch);
  return toDraftRecord(ctx, prompt, branchRow, draft, readDraft(draft.snapshot).problems);
}

/** @throws resource.not_found when the prompt has no such branch */
export async function findDraftOf(
  ctx: Ctx,
  prompt: Prompt,
  branch: string,
  find: typeof findDraft = findDraft,
): Promise<{ branchRow: BranchRow; draft: DraftRow }> {
  const branchRow = await findBranch(ctx, prompt.id, branch);
  const draft = branchRow && (await find(ctx, branchRow.id));
  if (!draft) throw ResourceError.not_found();
  return { branchRow, draft };
}

export async function toDraftRecord(
  ctx: Ctx,
  prompt: Prompt,
  branchRow: BranchRow,
  draft: DraftRow,
  problems: DocumentProblem[],
): Promise<DraftRecord> {
  return { ...draft, branch: branchRow.name, isChanged: await isDraftChanged(ctx, prompt, draft), problems };
}

const emptyHash = hashDocument(emptyDocument());

/** Whether the draft differs from the version it goes on from, or from nothing. */
export async function isDraftChanged(ctx: Ctx, prompt: Prompt, draft: DraftRow): Promise<boolean> {
  if (draft.baseNumber === null) return draft.hash !== emptyHash;
  return (await findVersionHash(ctx, prompt.id, draft.baseNumber)) !== draft.hash;
}
