import { emptyDocument } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { findVersion } from '../repository/versions.ts';
import { lockDraft } from './current-draft.ts';
import { rewriteDraft } from './draft-text.ts';
import { type DraftRecord, findDraftOf, toDraftRecord } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

/** Back to the newest version of the branch, or to nothing when there is none. */
export async function discardDraft(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch }: { branch: string },
): Promise<DraftRecord> {
  const { branchRow, draft } = await findDraftOf(ctx, prompt, branch, lockDraft);
  const head =
    branchRow.headNumber === null ? undefined : await findVersion(ctx, prompt.id, branchRow.headNumber);
  const { text, update } = rewriteDraft(draft.snapshot, head?.document ?? emptyDocument());
  const saved = await saveDraft(ctx, prompt, draft, text, update ? [update] : [], head?.number ?? null);
  return toDraftRecord(ctx, prompt, branchRow, saved, text.problems);
}
