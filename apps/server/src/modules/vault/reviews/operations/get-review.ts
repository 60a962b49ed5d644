import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { OpenedReview } from '../open.ts';
import { lockReview } from '../repository.ts';
import { type ShownReview, showReview } from './show-reviews.ts';

export const getReview = (ctx: Ctx, opened: Authorized<OpenedReview, 'review.read'>): Promise<ShownReview> =>
  showReview(ctx, opened);

/** The review, held: of two who decide or merge at once the second is told. */
export async function holdReview(ctx: Ctx, opened: OpenedReview): Promise<OpenedReview> {
  const review = await lockReview(ctx, opened.review.id);
  if (!review) throw ResourceError.not_found();
  return { review, prompt: opened.prompt, branches: opened.branches };
}
