/** What the module of experiments makes of labels: it comes later in the lift order and pushes this down. */
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { deleteExposures } from '../repository/exposures.ts';
import { findLabelRule } from '../repository/label-requests.ts';
import { lockLabel, storeLabel } from '../repository/labels.ts';
import { lockPrompt } from '../repository/prompts.ts';
import type { LabelTrial } from '../schema.ts';
import { missingChecks } from './label-protection.ts';
import { requireVersions } from './move-label.ts';
import { refuseLabelCircle } from './refuse-closed-circles.ts';

interface LabelPlace {
  promptId: string;
  label: string;
}

/** How many approvals a move of the label needs in this organization. */
export const approvalsNeeded = async (ctx: Ctx, label: string): Promise<number> =>
  (await findLabelRule(ctx, label))?.approvals ?? 0;

/**
 * Lets an experiment decide what the label means, by the rules of a move: its checks must have passed for each version,
 * and where it needs approvals the experiment must have them. The label must point at the first variant alone.
 * @returns false when it points elsewhere, or another experiment has it
 * @throws prompt.label_unknown, prompt.version_unknown, prompt.label_protected, prompt.label_checks_missing,
 *   prompt.reference_cycle
 */
export async function placeTrial(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
  { label, trial, approvals }: { label: string; trial: LabelTrial; approvals: number },
): Promise<boolean> {
  await lockPrompt(ctx, prompt.id);
  const row = await lockLabel(ctx, prompt.id, label);
  if (!row) throw PromptError.label_unknown({ label });
  const versions = trial.variants.map(({ version }) => ({ version, weight: 1 }));
  await requireVersions(ctx, prompt.id, versions);
  const rule = await findLabelRule(ctx, label);
  if (rule && rule.approvals > approvals)
    throw PromptError.label_protected({ label, approvals: rule.approvals });
  const missing = await missingChecks(ctx, prompt.id, rule, versions);
  if (missing.length > 0) throw PromptError.label_checks_missing({ label, missing });
  await refuseLabelCircle(ctx, prompt, label, versions);
  const isControl = row.targets.length === 1 && row.targets[0]?.version === trial.variants[0]?.version;
  if (!isControl || (row.trial && row.trial.experimentId !== trial.experimentId)) return false;
  await storeLabel(ctx, prompt.id, label, { trial });
  return true;
}

/**
 * Gives the label back to what it points at. That returns to what was in use before, so it needs nobody's approval; who
 * may do it is the caller's matter.
 */
export async function liftTrial(
  ctx: Ctx,
  { promptId, label }: LabelPlace,
  experimentId: string,
): Promise<void> {
  await lockPrompt(ctx, promptId);
  const row = await lockLabel(ctx, promptId, label);
  if (row?.trial?.experimentId === experimentId) await storeLabel(ctx, promptId, label, { trial: null });
}

/** Forgets who was given what, once an experiment is long over. */
export const forgetExposures = (ctx: Ctx, experimentId: string): Promise<void> =>
  deleteExposures(ctx, experimentId);
