import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { LabelRuleChanged, LabelRuleRemoved } from '../events.ts';
import {
  changeLabelRule,
  findLabelRule,
  insertLabelRule,
  type LabelRuleRow,
  listLabelRules as listRows,
  removeLabelRule as removeRow,
} from '../repository/label-requests.ts';
import { latestLabel } from './move-label.ts';

export interface SetLabelRule {
  label: string;
  approvals: number;
  checks: string[];
  /** 0 for a label without a rule. */
  revision: number;
}

/** @throws prompt.label_reserved, request.stale */
export async function setLabelRule(
  ctx: Ctx,
  _organization: Authorized<Organization, 'label.protect'>,
  { label, approvals, checks, revision }: SetLabelRule,
): Promise<LabelRuleRow> {
  if (label === latestLabel) throw PromptError.label_reserved({ label });
  const row = {
    organizationId: ctx.organizationId,
    label,
    approvals,
    checks: [...new Set(checks)],
    revision: revision + 1,
    changedBy: personOf(ctx.actor),
    changedAt: ctx.clock.now(),
  };
  const done = revision === 0 ? await insertLabelRule(ctx, row) : await changeLabelRule(ctx, row, revision);
  if (!done) throw RequestError.stale({ current: (await findLabelRule(ctx, label))?.revision ?? 0 });
  await ctx.emit(
    LabelRuleChanged,
    { kind: 'organization', id: ctx.organizationId },
    { label, approvals, checks: row.checks },
  );
  return row;
}

/** @throws prompt.label_rule_unknown, request.stale */
export async function removeLabelRule(
  ctx: Ctx,
  _organization: Authorized<Organization, 'label.protect'>,
  { label, revision }: { label: string; revision: number },
): Promise<void> {
  const row = await findLabelRule(ctx, label);
  if (!row) throw PromptError.label_rule_unknown({ label });
  if (!(await removeRow(ctx, label, revision))) throw RequestError.stale({ current: row.revision });
  await ctx.emit(
    LabelRuleRemoved,
    { kind: 'organization', id: ctx.organizationId },
    { label, approvals: row.approvals, checks: row.checks },
  );
}

export const listLabelRules = (
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.read'>,
): Promise<LabelRuleRow[]> => listRows(ctx);
