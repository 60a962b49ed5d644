import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { type LabelRuleRow, listLabelRules } from '../repository/label-requests.ts';
import { type LabelRow, labelsOf } from '../repository/labels.ts';

/** A label with the rule that protects it. */
export interface LabelRecord extends LabelRow {
  rule: LabelRuleRow | undefined;
}

export interface PromptLabels {
  /** The version `latest` means; null before the first. */
  latest: number | null;
  rows: LabelRecord[];
}

export async function listLabels(ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<PromptLabels> {
  const rules = new Map((await listLabelRules(ctx)).map((rule) => [rule.label, rule]));
  const rows = await labelsOf(ctx, [prompt.id]);
  return {
    latest: prompt.head?.number ?? null,
    rows: rows.map((row) => ({ ...row, rule: rules.get(row.name) })),
  };
}
