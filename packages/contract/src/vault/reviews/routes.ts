import { defineRoute } from '../../define-route.ts';
import { CommentError } from '../discussion/errors.ts';
import { PromptError } from '../prompts/errors.ts';
import { ReviewError } from './errors.ts';
import {
  createReviewBody,
  decideReviewBody,
  listReviewsQuery,
  mergeReviewBody,
  review,
  reviewedPrompt,
  reviewPage,
  reviewParams,
  reviewRule,
  setReviewRuleBody,
  updateReviewBody,
} from './shapes.ts';

export const listReviews = defineRoute({
  operationId: 'listReviews',
  method: 'get',
  path: '/api/v1/reviews',
  permission: 'review.read',
  summary: 'List reviews of prompts one sees, the newest first',
  limit: 'read',
  query: listReviewsQuery,
  response: { status: 200, schema: reviewPage },
  ids: { 'query.prompt': 'prompt' },
  example: { query: { prompt: '$prompt', state: 'open' } },
});

export const createReview = defineRoute({
  operationId: 'createReview',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/reviews',
  permission: 'review.create',
  summary: 'Ask for a branch to be looked at and merged',
  limit: 'write',
  idempotent: true,
  params: reviewedPrompt,
  body: createReviewBody,
  response: { status: 201, schema: review },
  errors: [
    ReviewError.branch_unknown,
    ReviewError.same_branch,
    ReviewError.nothing_saved,
    ReviewError.exists,
    ReviewError.reviewer_unknown,
    ReviewError.reviewer_blind,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, body: { title: 'Shorter tone', source: 'shorter-tone' } },
});

export const getReview = defineRoute({
  operationId: 'getReview',
  method: 'get',
  path: '/api/v1/reviews/{reviewId}',
  permission: 'review.read',
  summary: 'Get a review',
  limit: 'read',
  params: reviewParams,
  response: { status: 200, schema: review },
  ids: { 'params.reviewId': 'review' },
  example: { params: { reviewId: '$review' } },
});

export const updateReview = defineRoute({
  operationId: 'updateReview',
  method: 'patch',
  path: '/api/v1/reviews/{reviewId}',
  permission: 'review.create',
  summary: 'Change title, description, reviewers, or whether it is a draft: for its author',
  limit: 'write',
  params: reviewParams,
  body: updateReviewBody,
  ifMatch: true,
  response: { status: 200, schema: review },
  errors: [ReviewError.over, ReviewError.reviewer_unknown, ReviewError.reviewer_blind],
  ids: { 'params.reviewId': 'review' },
  example: { params: { reviewId: '$review' }, body: { title: 'A shorter tone' } },
});

export const decideReview = defineRoute({
  operationId: 'decideReview',
  method: 'post',
  path: '/api/v1/reviews/{reviewId}/verdicts',
  permission: 'review.decide',
  summary: 'Approve, ask for changes, or say something',
  limit: 'write',
  idempotent: true,
  params: reviewParams,
  body: decideReviewBody,
  response: { status: 200, schema: review },
  errors: [
    ReviewError.own,
    ReviewError.over,
    ReviewError.moved,
    CommentError.mention_unknown,
    CommentError.group_unknown,
    CommentError.group_too_large,
  ],
  ids: { 'params.reviewId': 'review' },
  example: { params: { reviewId: '$review' }, body: { verdict: 'comment', body: 'Reads well.', version: 1 } },
});

export const closeReview = defineRoute({
  operationId: 'closeReview',
  method: 'post',
  path: '/api/v1/reviews/{reviewId}/close',
  permission: 'review.create',
  summary: 'Close a review without merging: for its author and whoever may write the target',
  limit: 'write',
  params: reviewParams,
  response: { status: 200, schema: review },
  errors: [ReviewError.over],
  ids: { 'params.reviewId': 'review' },
  example: { params: { reviewId: '$review' } },
});

export const reopenReview = defineRoute({
  operationId: 'reopenReview',
  method: 'post',
  path: '/api/v1/reviews/{reviewId}/reopen',
  permission: 'review.create',
  summary: 'Open a closed review again',
  limit: 'write',
  params: reviewParams,
  response: { status: 200, schema: review },
  errors: [ReviewError.over, ReviewError.exists, ReviewError.branch_unknown],
  ids: { 'params.reviewId': 'review' },
  example: { params: { reviewId: '$review' } },
});

export const mergeReview = defineRoute({
  operationId: 'mergeReview',
  method: 'post',
  path: '/api/v1/reviews/{reviewId}/merge',
  permission: 'review.read',
  summary: 'Merge a review that has what the rule asks for: for whoever may write the target',
  description: 'Conflicts need resolutions, as for merging branches.',
  limit: 'write',
  idempotent: true,
  params: reviewParams,
  body: mergeReviewBody,
  bodyLimit: 8 << 20,
  response: { status: 200, schema: review },
  errors: [
    ReviewError.over,
    ReviewError.not_ready,
    PromptError.merge_stale,
    PromptError.merge_conflicts,
    PromptError.resolution_refused,
    PromptError.draft_unsaved,
    PromptError.nothing_to_merge,
    PromptError.archived,
  ],
  ids: { 'params.reviewId': 'review' },
  example: { params: { reviewId: '$review' }, body: { expectedFrom: 2, expectedInto: 1 } },
});

export const getReviewRule = defineRoute({
  operationId: 'getReviewRule',
  method: 'get',
  path: '/api/v1/review-rule',
  permission: 'review.read',
  summary: 'Get what a review needs before it may be merged',
  limit: 'read',
  response: { status: 200, schema: reviewRule },
  example: {},
});

export const setReviewRule = defineRoute({
  operationId: 'setReviewRule',
  method: 'put',
  path: '/api/v1/review-rule',
  permission: 'review.manage',
  summary: 'Set what a review needs before it may be merged',
  description: 'Before the first change the tag is "r0".',
  limit: 'write',
  body: setReviewRuleBody,
  ifMatch: true,
  response: { status: 200, schema: reviewRule },
  example: { body: { requiredApprovals: 1, requiredChecks: ['suite:tone'], dismissOnCommit: true } },
});
