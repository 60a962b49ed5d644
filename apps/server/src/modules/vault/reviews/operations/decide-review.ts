import { ReviewError } from '@promptvault/contract/vault/reviews/errors';
import type { Verdict } from '@promptvault/contract/vault/reviews/shapes';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import { openDiscussed, readMentions, tellMentioned } from '../../discussion/index.ts';
import { ReviewDecided } from '../events.ts';
import type { OpenedReview } from '../open.ts';
import { isAuthor, isLive } from '../policy.ts';
import { changeReview, insertVerdict } from '../repository.ts';
import { holdReview } from './get-review.ts';
import { ruleOf, type ShownReview, showReview } from './show-reviews.ts';
import { tellFollowers } from './tell-followers.ts';
import { tellAuthor } from './tell-people.ts';

export interface DecideReview {
  verdict: Verdict;
  body: string;
  version: number;
}

/** Says what one thinks of the newest version. @throws review.own, review.over, review.moved, comment.mention_unknown */
export async function decideReview(
  ctx: Ctx,
  opened: Authorized<OpenedReview, 'review.decide'>,
  { verdict, body, version }: DecideReview,
): Promise<ShownReview> {
  const held = await holdReview(ctx, opened);
  const { review, branches } = held;
  const person = personOf(ctx.actor);
  if (person === null) throw AuthError.forbidden();
  if (!isLive(review)) throw ReviewError.over({ state: review.state });
  if (verdict !== 'comment' && isAuthor(ctx.actor, review) && !(await ruleOf(ctx)).ownApprovalCounts)
    throw ReviewError.own();
  const newest = branches.find(({ id }) => id === review.sourceId)?.headNumber ?? null;
  if (newest !== null && newest !== version) throw ReviewError.moved({ version: newest });
  const thing = await openDiscussed(ctx, { kind: 'review', subject: review.id }, 'comment.read');
  const said = await readMentions(ctx, thing, body);
  const now = ctx.clock.now();
  const id = ctx.newId();
  await insertVerdict(ctx, {
    organizationId: ctx.organizationId,
    id,
    reviewId: review.id,
    userId: person,
    verdict,
    body: said.body,
    version,
    createdAt: now,
  });
  const changed = await changeReview(ctx, review.id, { updatedAt: now });
  const facts = { promptId: review.promptId, title: review.title, verdict, version };
  await ctx.emit(ReviewDecided, { kind: 'review', id: review.id }, facts);
  await tellAuthor(ctx, review, { id, verdict });
  // The author is told of the verdict already.
  const mentioned = new Set([...said.mentions, ...said.inGroups]);
  if (review.authorId !== null) mentioned.delete(review.authorId);
  await tellMentioned(ctx, { kind: 'review', id: review.id }, { to: mentioned, body: said.body, target: id });
  tellFollowers(ctx, review.id);
  return showReview(ctx, { ...held, review: changed });
}
