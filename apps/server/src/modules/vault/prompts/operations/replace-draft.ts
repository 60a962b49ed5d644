import type { PromptDocument } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { lockDraft } from './current-draft.ts';
import { rewriteDraft } from './draft-text.ts';
import { type DraftRecord, findDraftOf, toDraftRecord } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

/** Makes the draft read as a document; what does not differ stays as it is. @throws request.stale */
export async function replaceDraft(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch, document, revision }: { branch: string; document: PromptDocument; revision: number },
): Promise<DraftRecord> {
  const { branchRow, draft } = await findDraftOf(ctx, prompt, branch, lockDraft);
  if (draft.revision !== revision) throw RequestError.stale({ current: draft.revision });
  const { text, update } = rewriteDraft(draft.snapshot, document);
  const saved = update ? await saveDraft(ctx, prompt, draft, text, [update]) : draft;
  return toDraftRecord(ctx, prompt, branchRow, saved, text.problems);
}
