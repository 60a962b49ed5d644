import { ReviewError } from '@promptvault/contract/vault/reviews/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { readersOf } from '../../prompts/index.ts';
import { ReviewOpened } from '../events.ts';
import type { ReviewedPrompt } from '../open.ts';
import { findLiveReview, insertReview, membersAmong, setReviewers } from '../repository.ts';
import { type ShownReview, showReview } from './show-reviews.ts';
import { tellFollowers } from './tell-followers.ts';
import { askReviewers } from './tell-people.ts';

export interface CreateReview {
  title: string;
  description: string;
  source: string;
  target?: string | undefined;
  reviewers: readonly string[];
  draft: boolean;
}

/**
 * Asks for a branch to be looked at. One that is a draft asks nobody yet.
 * @throws review.branch_unknown, review.same_branch, review.nothing_saved, review.exists, review.reviewer_unknown,
 * review.reviewer_blind
 */
export async function createReview(
  ctx: Ctx,
  opened: Authorized<ReviewedPrompt, 'review.create'>,
  input: CreateReview,
): Promise<ShownReview> {
  const { prompt, branches } = opened;
  const branch = (name: string, field: string) => {
    const found = branches.find((each) => each.name === name);
    if (!found) throw ReviewError.branch_unknown({ branch: name }).at('body', field);
    return found;
  };
  const source = branch(input.source, 'source');
  const target = branch(input.target ?? prompt.defaultBranch, 'target');
  if (source.id === target.id) throw ReviewError.same_branch().at('body', 'target');
  if (source.headNumber === null) throw ReviewError.nothing_saved({ branch: source.name });
  const authorId = personOf(ctx.actor);
  const reviewers = await checkReviewers(ctx, prompt, input.reviewers, authorId);
  const now = ctx.clock.now();
  const review = await insertReview(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    title: input.title,
    description: input.description,
    sourceId: source.id,
    targetId: target.id,
    sourceName: source.name,
    targetName: target.name,
    state: input.draft ? 'draft' : 'open',
    authorId,
    createdAt: now,
    updatedAt: now,
  });
  if (!review) {
    const live = await findLiveReview(ctx, source.id, target.id);
    throw ReviewError.exists({ reviewId: live?.id ?? '' });
  }
  await setReviewers(ctx, review.id, reviewers, now);
  const facts = { promptId: prompt.id, title: review.title };
  await ctx.emit(ReviewOpened, { kind: 'review', id: review.id }, facts);
  if (review.state === 'open') await askReviewers(ctx, review, reviewers);
  tellFollowers(ctx, review.id);
  return showReview(ctx, { review, prompt, branches });
}

/**
 * Members who see the prompt, each once; the author reviews nothing of their own.
 * @throws review.reviewer_unknown, review.reviewer_blind
 */
export async function checkReviewers(
  ctx: Ctx,
  prompt: ReviewedPrompt['prompt'],
  given: readonly string[],
  authorId: string | null,
): Promise<string[]> {
  const wanted = [...new Set(given)].filter((userId) => userId !== authorId);
  const members = await membersAmong(ctx, wanted.filter(isId));
  const unknown = wanted.find((userId) => !members.has(userId));
  if (unknown !== undefined) throw ReviewError.reviewer_unknown({ userId: unknown }).at('body', 'reviewers');
  if (wanted.length === 0) return [];
  const readers = new Set((await readersOf(ctx, prompt)).map(({ userId }) => userId));
  const blind = wanted.find((userId) => !readers.has(userId));
  if (blind !== undefined) throw ReviewError.reviewer_blind({ userId: blind }).at('body', 'reviewers');
  return wanted;
}
