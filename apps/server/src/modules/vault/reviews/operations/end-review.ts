import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { ReviewError } from '@promptvault/contract/vault/reviews/errors';
import type { mergeReviewBody } from '@promptvault/contract/vault/reviews/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import { mergeBranch, openMergeTarget } from '../../prompts/index.ts';
import { ReviewClosed, ReviewMerged, ReviewReopened } from '../events.ts';
import type { OpenedReview } from '../open.ts';
import { isLive, type Obstacle } from '../policy.ts';
import { changeReview, findLiveReview, reviewersOf } from '../repository.ts';
import { holdReview } from './get-review.ts';
import { type ShownReview, showReview } from './show-reviews.ts';
import { tellFollowers } from './tell-followers.ts';
import { askReviewers, tellParticipants } from './tell-people.ts';
import { mayChange } from './update-review.ts';

type Changeable = Authorized<OpenedReview, 'review.create'>;

const eventOf = ({ review }: OpenedReview) =>
  [
    { kind: 'review', id: review.id },
    { promptId: review.promptId, title: review.title },
  ] as const;

/** @throws review.over, auth.forbidden */
export async function closeReview(ctx: Ctx, opened: Changeable): Promise<ShownReview> {
  const held = await holdReview(ctx, opened);
  if (!mayChange(ctx, held)) throw AuthError.forbidden();
  if (!isLive(held.review)) throw ReviewError.over({ state: held.review.state });
  const now = ctx.clock.now();
  const review = await changeReview(ctx, held.review.id, {
    state: 'closed',
    endedBy: personOf(ctx.actor),
    endedAt: now,
    updatedAt: now,
  });
  await ctx.emit(ReviewClosed, ...eventOf(held));
  await tellParticipants(ctx, review, 'closed');
  tellFollowers(ctx, review.id);
  return showReview(ctx, { ...held, review });
}

/** @throws review.over for one that is merged, review.exists, review.branch_unknown, auth.forbidden */
export async function reopenReview(ctx: Ctx, opened: Changeable): Promise<ShownReview> {
  const held = await holdReview(ctx, opened);
  if (!mayChange(ctx, held)) throw AuthError.forbidden();
  const { review, branches } = held;
  if (review.state !== 'closed') throw ReviewError.over({ state: review.state });
  for (const [branchId, branch] of [
    [review.sourceId, review.sourceName],
    [review.targetId, review.targetName],
  ] as const)
    if (!branches.some(({ id }) => id === branchId)) throw ReviewError.branch_unknown({ branch });
  const live = await findLiveReview(ctx, review.sourceId, review.targetId);
  if (live) throw ReviewError.exists({ reviewId: live.id });
  const changed = await changeReview(ctx, review.id, {
    state: 'open',
    endedBy: null,
    endedAt: null,
    updatedAt: ctx.clock.now(),
  });
  await ctx.emit(ReviewReopened, ...eventOf(held));
  const asked = await reviewersOf(ctx, [review.id]);
  await askReviewers(
    ctx,
    changed,
    asked.map(({ userId }) => userId),
  );
  tellFollowers(ctx, review.id);
  return showReview(ctx, { ...held, review: changed });
}

export type MergeReview = z.output<typeof mergeReviewBody>;

/**
 * Merges the source into the target once all that the rule asks for is there.
 * @throws review.over, review.not_ready, prompt.merge_stale, prompt.merge_conflicts, auth.forbidden
 */
export async function mergeReview(
  ctx: Ctx,
  opened: Authorized<OpenedReview, 'review.read'>,
  input: MergeReview,
): Promise<ShownReview> {
  const held = await holdReview(ctx, opened);
  const { review, prompt } = held;
  if (!isLive(review)) throw ReviewError.over({ state: review.state });
  const before = await showReview(ctx, held);
  const proof = await openMergeTarget(ctx, { promptId: prompt.id, into: before.target }, 'prompt.write');
  // What was approved and checked is the version that was read here; another one is judged anew.
  const { sourceVersion } = before;
  if (sourceVersion !== null && input.expectedFrom !== sourceVersion)
    throw PromptError.merge_stale({
      from: { name: before.source, expected: input.expectedFrom, head: sourceVersion },
      into: { name: before.target, expected: input.expectedInto, head: before.targetVersion },
    });
  if (before.obstacles.length > 0)
    throw ReviewError.not_ready({
      reasons: before.obstacles.map((obstacle) => sayObstacle(obstacle, before)),
    });
  const committed = await mergeBranch(ctx, proof, {
    from: { branch: before.source },
    into: before.target,
    expectedFrom: input.expectedFrom,
    expectedInto: input.expectedInto,
    resolutions: input.resolutions,
    message: input.message || `Merged ${before.source}: ${review.title}`,
  });
  const now = ctx.clock.now();
  const merged = await changeReview(ctx, review.id, {
    state: 'merged',
    mergedVersion: committed.version.number,
    mergedSource: input.expectedFrom,
    mergedTarget: input.expectedInto,
    endedBy: personOf(ctx.actor),
    endedAt: now,
    updatedAt: now,
  });
  const [subject, facts] = eventOf(held);
  await ctx.emit(ReviewMerged, subject, { ...facts, version: committed.version.number });
  await tellParticipants(ctx, merged, 'merged');
  tellFollowers(ctx, review.id);
  return showReview(ctx, { ...held, review: merged });
}

const sayings = {
  draft: 'it is a draft',
  closed: 'it is closed',
  approvals: 'approvals are missing',
  changes_requested: 'somebody asked for changes',
  branch_gone: 'a branch is gone',
  nothing_new: 'there is nothing new to merge',
} as const;

function sayObstacle(obstacle: Obstacle, { checks, sourceVersion }: ShownReview): string {
  const named = (statuses: readonly (string | null)[]) =>
    checks
      .filter(({ isRequired, reported }) => isRequired && statuses.includes(reported?.status ?? null))
      .map(({ name }) => name)
      .join(', ');
  if (obstacle === 'checks_failed') return `required checks failed: ${named(['failed'])}`;
  if (obstacle === 'checks_missing')
    return `required checks have not passed for version ${sourceVersion}: ${named([null, 'pending'])}`;
  return sayings[obstacle];
}
