import { ReviewError } from '@promptvault/contract/vault/reviews/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { ReviewUpdated } from '../events.ts';
import type { OpenedReview } from '../open.ts';
import { isAuthor, isLive } from '../policy.ts';
import { changeReview, reviewersOf, setReviewers } from '../repository.ts';
import { checkReviewers } from './create-review.ts';
import { holdReview } from './get-review.ts';
import { type ShownReview, showReview } from './show-reviews.ts';
import { tellFollowers } from './tell-followers.ts';
import { askReviewers } from './tell-people.ts';

export interface UpdateReview {
  revision: number;
  title?: string | undefined;
  description?: string | undefined;
  reviewers?: string[] | undefined;
  draft?: boolean | undefined;
}

/** @throws review.over, review.reviewer_unknown, request.stale, auth.forbidden */
export async function updateReview(
  ctx: Ctx,
  opened: Authorized<OpenedReview, 'review.create'>,
  input: UpdateReview,
): Promise<ShownReview> {
  const held = await holdReview(ctx, opened);
  const { review } = held;
  if (!mayChange(ctx, held)) throw AuthError.forbidden();
  if (!isLive(review)) throw ReviewError.over({ state: review.state });
  if (review.revision !== input.revision) throw RequestError.stale({ current: review.revision });
  const now = ctx.clock.now();
  const before = (await reviewersOf(ctx, [review.id])).map(({ userId }) => userId);
  const reviewers = input.reviewers
    ? await checkReviewers(ctx, held.prompt, input.reviewers, review.authorId)
    : before;
  if (input.reviewers) await setReviewers(ctx, review.id, reviewers, now);
  const { title, description, draft } = input;
  const changed = await changeReview(ctx, review.id, {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(draft === undefined ? {} : { state: draft ? 'draft' : 'open' }),
    updatedAt: now,
  });
  const facts = { promptId: review.promptId, title: changed.title };
  await ctx.emit(ReviewUpdated, { kind: 'review', id: review.id }, facts);
  // Whoever was asked while it was open is not asked again.
  const known = review.state === 'open' ? new Set(before) : new Set<string>();
  if (changed.state === 'open')
    await askReviewers(
      ctx,
      changed,
      reviewers.filter((userId) => !known.has(userId)),
    );
  tellFollowers(ctx, review.id);
  return showReview(ctx, { ...held, review: changed });
}

/** Its author, and whoever may write the target. */
export const mayChange = (ctx: Ctx, { review, branches }: OpenedReview): boolean =>
  isAuthor(ctx.actor, review) || (branches.find(({ id }) => id === review.targetId)?.mayWrite ?? false);
