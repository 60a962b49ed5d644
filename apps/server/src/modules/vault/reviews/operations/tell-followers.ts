import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';

/** Bus topic: a review changed; its message is the organization and the review, or "all". */
export const reviewsChanged = 'reviews.changed';

/** Wakes whoever looks at this review, or at lists it may stand in, once the transaction is committed. */
export const tellFollowers = (ctx: Ctx, reviewId: string): void => tellChanges(ctx, reviewsChanged, reviewId);

/** The same for all reviews, as after a change of the rule. */
export const tellAllFollowers = (ctx: Ctx): void => tellChanges(ctx, reviewsChanged, 'all');
