import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  type LabelRequestRow,
  type LabelRuleRow,
  type LabelVoteRow,
  type ListedLabelRequestRow,
  listLabelRules,
  votesOn,
} from '../repository/label-requests.ts';
import { type MissingCheck, missingChecks } from './label-protection.ts';

export interface LabelRequestRecord extends ListedLabelRequestRow {
  votes: LabelVoteRow[];
  /** Approvals that a move needs now. */
  needed: number;
  missingChecks: MissingCheck[];
  mayApprove: boolean;
  mayCancel: boolean;
}

/** A move that was asked for needs at least one approval, even when the rule is gone meanwhile. */
export const approvalsNeeded = (rule: LabelRuleRow | undefined): number => Math.max(1, rule?.approvals ?? 1);

/** Requests with their votes and what is still missing. */
export async function readLabelRequests(
  ctx: Ctx,
  rows: readonly ListedLabelRequestRow[],
): Promise<LabelRequestRecord[]> {
  const rules = new Map((await listLabelRules(ctx)).map((rule) => [rule.label, rule]));
  const votes = await votesOn(
    ctx,
    rows.map(({ id }) => id),
  );
  const records: LabelRequestRecord[] = [];
  for (const row of rows) {
    const rule = rules.get(row.label);
    const isOpen = row.status === 'pending';
    records.push({
      ...row,
      votes: votes.filter(({ requestId }) => requestId === row.id),
      needed: approvalsNeeded(rule),
      missingChecks: isOpen ? await missingChecks(ctx, row.promptId, rule, row.after) : [],
      mayApprove: isOpen && ctx.actor.permissions.has('label.approve') && !isOwn(ctx, row),
      mayCancel: isOpen && isOwn(ctx, row),
    });
  }
  return records;
}

export function isOwn(ctx: Ctx, row: LabelRequestRow): boolean {
  const person = personOf(ctx.actor);
  return person !== null && row.proposedBy === person;
}
