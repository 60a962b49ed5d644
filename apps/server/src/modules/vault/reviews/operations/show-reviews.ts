import type { PersonRef } from '@promptvault/contract/values';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { listVersionChecks } from '../../prompts/index.ts';
import type { OpenedReview } from '../open.ts';
import { isAuthor, isLive, type Obstacle, obstacles, type Rule, standing, usualRule } from '../policy.ts';
import {
  findRule,
  type ReviewerRow,
  type ReviewRow,
  reviewersOf,
  type VerdictRow,
  verdictsOf,
} from '../repository.ts';

/** A review with what its line in a list is made from. */
export interface ListedReview {
  review: ReviewRow;
  promptTitle: string;
  source: string;
  target: string;
  reviewers: ReviewerRow[];
  verdicts: VerdictRow[];
  standing: ReadonlyMap<string, VerdictRow>;
  waitsForMe: boolean;
  rule: Rule;
  people: ReadonlyMap<string, PersonRef>;
}

export interface ShownCheck {
  name: string;
  isRequired: boolean;
  /** null while nothing was reported for the newest version of the source. */
  reported: Awaited<ReturnType<typeof listVersionChecks>>[number] | null;
}

export interface ShownReview extends ListedReview {
  sourceVersion: number | null;
  targetVersion: number | null;
  checks: ShownCheck[];
  obstacles: Obstacle[];
  may: { edit: boolean; decide: boolean; merge: boolean };
}

export const ruleOf = async (ctx: Ctx): Promise<Rule> => (await findRule(ctx)) ?? usualRule;

export async function listShown(
  ctx: Ctx,
  rows: readonly {
    review: ReviewRow;
    promptTitle: string;
    nameOf: (branchId: string) => string | undefined;
  }[],
): Promise<ListedReview[]> {
  const ids = rows.map(({ review }) => review.id);
  const [reviewers, verdicts] = [await reviewersOf(ctx, ids), await verdictsOf(ctx, ids)];
  const rule = await ruleOf(ctx);
  const me = personOf(ctx.actor);
  const people = await namePeople(ctx, [
    ...rows.flatMap(({ review }) => [review.authorId, review.endedBy]),
    ...[...reviewers, ...verdicts].map(({ userId }) => userId),
  ]);
  const reviewersBy = Map.groupBy(reviewers, ({ reviewId }) => reviewId);
  const verdictsBy = Map.groupBy(verdicts, ({ reviewId }) => reviewId);
  return rows.map(({ review, promptTitle, nameOf }) => {
    const asked = reviewersBy.get(review.id) ?? [];
    const said = verdictsBy.get(review.id) ?? [];
    const stands = standing(said, review.authorId, rule);
    return {
      review,
      promptTitle,
      source: nameOf(review.sourceId) ?? review.sourceName,
      target: nameOf(review.targetId) ?? review.targetName,
      reviewers: asked,
      verdicts: said,
      standing: stands,
      waitsForMe:
        review.state === 'open' &&
        me !== null &&
        ctx.actor.permissions.has('review.decide') &&
        asked.some(({ userId }) => userId === me) &&
        !stands.has(me),
      rule,
      people,
    };
  });
}

/** A review as its page shows it. */
export async function showReview(ctx: Ctx, { review, prompt, branches }: OpenedReview): Promise<ShownReview> {
  const branch = (branchId: string) => branches.find(({ id }) => id === branchId);
  const source = branch(review.sourceId);
  const target = branch(review.targetId);
  const nameOf = (branchId: string) => branch(branchId)?.name;
  const [listed] = await listShown(ctx, [{ review, promptTitle: prompt.title, nameOf }]);
  const shown = listed as ListedReview;
  // What was merged stays what its page compares, wherever the branches are by now.
  const sourceVersion = review.mergedSource ?? source?.headNumber ?? null;
  const targetVersion = review.mergedSource === null ? (target?.headNumber ?? null) : review.mergedTarget;
  const isOwn = isAuthor(ctx.actor, review);
  const mayWriteTarget = target?.mayWrite ?? false;
  const { rule, verdicts } = shown;
  const reported =
    sourceVersion === null ? [] : await listVersionChecks(ctx, prompt, { number: sourceVersion });
  const checks = new Map(reported.map(({ name, status }) => [name, status]));
  return {
    ...shown,
    sourceVersion,
    targetVersion,
    checks: toShownChecks(isLive(review) ? rule.requiredChecks : [], reported),
    obstacles: target
      ? obstacles({ review, verdicts, rule, checks, sourceVersion, targetVersion })
      : ['branch_gone'],
    may: {
      edit: ctx.actor.permissions.has('review.create') && (isOwn || mayWriteTarget),
      decide:
        isLive(review) && ctx.actor.permissions.has('review.decide') && (!isOwn || rule.ownApprovalCounts),
      merge: mayWriteTarget,
    },
  };
}

/** Those the rule asks for in its order, then the others. */
function toShownChecks(
  requiredNames: readonly string[],
  reported: readonly NonNullable<ShownCheck['reported']>[],
): ShownCheck[] {
  const required = requiredNames.map((name) => ({
    name,
    isRequired: true,
    reported: reported.find((check) => check.name === name) ?? null,
  }));
  const others = reported.filter(({ name }) => !requiredNames.includes(name));
  return [...required, ...others.map((check) => ({ name: check.name, isRequired: false, reported: check }))];
}
