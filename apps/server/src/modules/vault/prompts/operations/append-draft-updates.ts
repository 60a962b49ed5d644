import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { DocumentProblem } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { lockDraft } from './current-draft.ts';
import { applyUpdates, readDraft } from './draft-text.ts';
import { findDraftOf } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

export interface DraftAck {
  seq: number;
  revision: number;
  problems: DocumentProblem[];
}

/** Adds Yjs updates (base64), all or none. @throws prompt.draft_refused */
export async function appendDraftUpdates(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch, updates }: { branch: string; updates: readonly string[] },
): Promise<DraftAck> {
  const { draft } = await findDraftOf(ctx, prompt, branch, lockDraft);
  const applied = applyUpdates(
    draft.snapshot,
    updates.map((update) => Buffer.from(update, 'base64')),
  );
  if ('refused' in applied) throw PromptError.draft_refused(applied.refused);
  const { text, taken } = applied;
  if (taken.length === 0) {
    const { seq, revision, snapshot } = draft;
    return { seq, revision, problems: readDraft(snapshot).problems };
  }
  const { seq, revision } = await saveDraft(ctx, prompt, draft, text, taken);
  return { seq, revision, problems: text.problems };
}
