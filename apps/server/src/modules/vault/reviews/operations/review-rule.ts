import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { ReviewRuleChanged } from '../events.ts';
import { type Rule, usualRule } from '../policy.ts';
import { findRule, storeRule } from '../repository.ts';
import { tellAllFollowers } from './tell-followers.ts';

/** `revision` is 0 until somebody changed what holds by itself. */
export type FoundRule = Rule & { revision: number };

export const getReviewRule = async (
  ctx: Ctx,
  _organization: Authorized<Organization, 'review.read'>,
): Promise<FoundRule> => (await findRule(ctx)) ?? { ...usualRule, revision: 0 };

/** @throws request.stale */
export async function setReviewRule(
  ctx: Ctx,
  _organization: Authorized<Organization, 'review.manage'>,
  { requiredApprovals, ownApprovalCounts, requiredChecks, dismissOnCommit, revision }: FoundRule,
): Promise<FoundRule> {
  const checks = [...new Set(requiredChecks)];
  const rule = { requiredApprovals, ownApprovalCounts, requiredChecks: checks, dismissOnCommit };
  const stored = await storeRule(ctx, revision, rule);
  if (!stored) throw RequestError.stale({ current: (await findRule(ctx))?.revision ?? 0 });
  await ctx.emit(ReviewRuleChanged, { kind: 'organization', id: ctx.organizationId }, rule);
  tellAllFollowers(ctx);
  return stored;
}
