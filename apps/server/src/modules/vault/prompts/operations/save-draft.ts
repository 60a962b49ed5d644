import { actorName } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { cutDraftUpdates, type DraftRow, insertDraftUpdates, storeDraft } from '../repository/drafts.ts';
import { touchPrompt } from '../repository/prompts.ts';
import { keptUpdates } from './current-draft.ts';
import type { DraftText } from './draft-text.ts';
import { tellDraft } from './tell-draft.ts';

/** Typing moves a prompt up in the list no more often than this. */
export const touchEveryMs = 60_000;

/** Stores a locked draft's new text and the updates that led to it, and tells those who have it open. */
export async function saveDraft(
  ctx: Ctx,
  prompt: Prompt,
  draft: DraftRow,
  { snapshot, document, hash }: DraftText,
  updates: readonly Uint8Array[],
  baseNumber: number | null = draft.baseNumber,
): Promise<DraftRow> {
  const at = ctx.clock.now();
  const { organizationId, branchId } = draft;
  await insertDraftUpdates(
    ctx,
    updates.map((update, index) => ({
      organizationId,
      branchId,
      seq: draft.seq + 1 + index,
      update,
      actor: actorName(ctx.actor),
      at,
    })),
  );
  const seq = draft.seq + updates.length;
  const revision = draft.revision + 1;
  const change = { snapshot, document, hash, baseNumber, seq, unfolded: 0, revision, updatedAt: at };
  await storeDraft(ctx, branchId, change);
  await cutDraftUpdates(ctx, branchId, seq - keptUpdates);
  await touchPrompt(ctx, prompt.id, at, touchEveryMs);
  ctx.afterCommit(() => tellDraft(ctx.ports, { branchId, revision }));
  return { ...draft, ...change };
}
