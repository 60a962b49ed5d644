import { actorName } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { type DraftRow, insertDraftUpdates, storeDraft } from '../repository/drafts.ts';
import { touchPrompt } from '../repository/prompts.ts';
import type { DraftText } from './draft-text.ts';

/** Typing moves a prompt up in the list no more often than this. */
const touchEveryMs = 60_000;

/** Stores a locked draft's new text and the updates that led to it. */
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
  const change = {
    snapshot,
    document,
    hash,
    baseNumber,
    seq: draft.seq + updates.length,
    revision: draft.revision + 1,
    updatedAt: at,
  };
  await storeDraft(ctx, branchId, change);
  await touchPrompt(ctx, prompt.id, at, touchEveryMs);
  return { ...draft, ...change };
}
