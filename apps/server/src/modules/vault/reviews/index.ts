export { openReviewedPrompt } from './open.ts';
export { createReview } from './operations/create-review.ts';
