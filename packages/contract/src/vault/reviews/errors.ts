import { defineErrors } from '../../errors.ts';

export const ReviewError = defineErrors('review', {
  branch_unknown: {
    status: 422,
    message: (p: { branch: string }) => `This prompt has no branch ${p.branch}.`,
  },
  same_branch: {
    status: 422,
    message: () => 'A branch cannot be merged into itself. Choose another target.',
  },
  nothing_saved: {
    status: 409,
    message: (p: { branch: string }) =>
      `The branch ${p.branch} has no version yet. Save one, then ask for a review.`,
  },
  exists: {
    status: 409,
    message: (p: { reviewId: string }) =>
      `A review of this branch into that one is open already: ${p.reviewId}. Go on there.`,
  },
  reviewer_unknown: {
    status: 422,
    message: (p: { userId: string }) => `${p.userId} is not a member of this organization.`,
  },
  reviewer_blind: {
    status: 422,
    message: (p: { userId: string }) =>
      `${p.userId} does not see this prompt and could not look at it. Publish it for the organization, make them a co-editor, or ask somebody else.`,
  },
  own: {
    status: 409,
    message: () => 'You asked for this review, so your own approval does not count. Ask somebody else.',
  },
  over: { status: 409, message: (p: { state: string }) => `This review was ${p.state} already.` },
  moved: {
    status: 409,
    message: (p: { version: number }) =>
      `Version ${p.version} was saved since you looked. Look at it, then decide.`,
  },
  not_ready: {
    status: 409,
    message: (p: { reasons: readonly string[] }) => `This cannot be merged yet: ${p.reasons.join(', ')}.`,
  },
});
