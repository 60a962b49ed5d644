import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Prompt } from '../open.ts';
import { findLabelRule } from '../repository/label-requests.ts';
import { findLabelMove, listLabelMoves } from '../repository/labels.ts';
import type { LabelTarget } from '../schema.ts';
import { holdKnownLabel } from './hold-known-label.ts';
import type { LabelRecord } from './list-labels.ts';
import { moveLabel, requireVersions } from './move-label.ts';

/**
 * Points a label back at where it was. For a protected one that is no new decision but the return to an earlier
 * one, and often urgent: whoever may approve moves may do it alone.
 * @throws prompt.label_unknown, prompt.label_never_moved, prompt.label_protected, prompt.reference_cycle,
 *   resource.not_found, request.stale
 */
export async function rollBackLabel(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
  { label, moveId, revision }: { label: string; moveId?: string | undefined; revision: number },
): Promise<LabelRecord> {
  const row = await holdKnownLabel(ctx, prompt, label, revision);
  const rule = await findLabelRule(ctx, label);
  if (rule && rule.approvals > 0 && !ctx.actor.permissions.has('label.approve'))
    throw PromptError.label_protected({ label, approvals: rule.approvals });
  const targets = await earlierTargets(ctx, prompt, label, moveId);
  if (targets.length === 0) throw PromptError.label_never_moved({ label });
  await requireVersions(ctx, prompt.id, targets);
  return { ...(await moveLabel(ctx, prompt, row, label, targets)), rule };
}

async function earlierTargets(
  ctx: Ctx,
  prompt: Prompt,
  label: string,
  moveId: string | undefined,
): Promise<LabelTarget[]> {
  if (moveId === undefined) {
    const [last] = await listLabelMoves(ctx, prompt.id, label, { before: null, limit: 1 });
    return last?.before ?? [];
  }
  const move = isId(moveId) ? await findLabelMove(ctx, prompt.id, label, moveId) : undefined;
  if (!move) throw ResourceError.not_found();
  return move.after;
}
