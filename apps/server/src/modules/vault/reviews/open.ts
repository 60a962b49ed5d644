import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { branchesOf, type KnownBranch, openPrompt, type Prompt } from '../prompts/index.ts';
import { findReview, type ReviewRow } from './repository.ts';

/** A prompt with its branches, for asking for a review. */
export interface ReviewedPrompt {
  prompt: Authorized<Prompt, 'prompt.read'>;
  branches: readonly KnownBranch[];
}

export interface OpenedReview extends ReviewedPrompt {
  review: ReviewRow;
}

async function findPrompt(ctx: Ctx, promptId: string): Promise<ReviewedPrompt> {
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  return { prompt, branches: await branchesOf(ctx, prompt) };
}

/** @throws resource.not_found, auth.forbidden */
export async function openReviewedPrompt<const P extends string>(
  ctx: Ctx,
  { promptId }: { promptId: string },
  permission: P,
): Promise<Authorized<ReviewedPrompt, P>> {
  const found = await findPrompt(ctx, promptId);
  requirePermission(ctx.actor, permission);
  return authorize(found, permission);
}

/** Whoever sees the prompt sees its reviews. @throws resource.not_found, auth.forbidden */
export async function openReview<const P extends string>(
  ctx: Ctx,
  { reviewId }: { reviewId: string },
  permission: P,
): Promise<Authorized<OpenedReview, P>> {
  const review = isId(reviewId) ? await findReview(ctx, reviewId) : undefined;
  if (!review) throw ResourceError.not_found();
  const found = await findPrompt(ctx, review.promptId);
  if (!ctx.actor.permissions.has(permission)) throw AuthError.forbidden();
  return authorize({ review, ...found }, permission);
}
