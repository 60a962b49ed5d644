import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { findLabelRule } from '../repository/label-requests.ts';
import { removeLabel } from '../repository/labels.ts';
import type { LabelTarget } from '../schema.ts';
import { holdKnownLabel } from './hold-known-label.ts';
import { missingChecks } from './label-protection.ts';
import type { LabelRecord } from './list-labels.ts';
import { holdLabel, latestLabel, moveLabel, recordMove, requireVersions } from './move-label.ts';
import { refuseLabelCircle } from './refuse-closed-circles.ts';

export interface SetLabel {
  label: string;
  targets: LabelTarget[];
  /** 0 for a label that does not exist yet. */
  revision: number;
}

/**
 * @throws prompt.label_reserved, prompt.version_unknown, prompt.label_protected, prompt.label_checks_missing,
 *   prompt.reference_cycle, request.stale
 */
export async function setLabel(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
  { label, targets, revision }: SetLabel,
): Promise<LabelRecord> {
  if (label === latestLabel) throw PromptError.label_reserved({ label });
  await requireVersions(ctx, prompt.id, targets);
  const row = await holdLabel(ctx, prompt.id, label, revision);
  const rule = await findLabelRule(ctx, label);
  if (rule && rule.approvals > 0) throw PromptError.label_protected({ label, approvals: rule.approvals });
  const missing = await missingChecks(ctx, prompt.id, rule, targets);
  if (missing.length > 0) throw PromptError.label_checks_missing({ label, missing });
  return { ...(await moveLabel(ctx, prompt, row, label, targets)), rule };
}

/**
 * @throws prompt.label_reserved, prompt.label_unknown, prompt.label_protected, prompt.reference_cycle,
 *   request.stale
 */
export async function deleteLabel(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
  { label, revision }: { label: string; revision: number },
): Promise<void> {
  const row = await holdKnownLabel(ctx, prompt, label, revision);
  const rule = await findLabelRule(ctx, label);
  if (rule) throw PromptError.label_protected({ label, approvals: rule.approvals });
  await refuseLabelCircle(ctx, prompt, label, []);
  await removeLabel(ctx, prompt.id, label);
  await recordMove(ctx, prompt.id, label, row.targets, []);
}
