/** Requests to look at a branch before it is merged, as they travel. */
import * as z from 'zod';
import { text } from '../../text.ts';
import { description, id, name, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';
import { branchName, checkName, checkStatus, mergeResolution, versionNumber } from '../prompts/shapes.ts';

export const reviewState = z.enum(['draft', 'open', 'merged', 'closed']).meta({ id: 'ReviewState' });
export type ReviewState = z.output<typeof reviewState>;

export const verdict = z.enum(['approve', 'request_changes', 'comment']).meta({ id: 'ReviewVerdict' });
export type Verdict = z.output<typeof verdict>;

/** Why a review cannot be merged yet. */
export const reviewObstacle = z
  .enum([
    'draft',
    'closed',
    'approvals',
    'changes_requested',
    'checks_failed',
    'checks_missing',
    'branch_gone',
    'nothing_new',
  ])
  .meta({ id: 'ReviewObstacle' });
export type ReviewObstacle = z.output<typeof reviewObstacle>;

export const reviewSummary = z
  .object({
    id: z.string(),
    prompt: z.object({ id: z.string(), title: z.string() }),
    title: z.string(),
    source: z.string(),
    target: z.string(),
    state: reviewState,
    author: orNull(personRef),
    approvals: z.int(),
    requiredApprovals: z.int(),
    changesRequested: z.int(),
    waitsForMe: z.boolean(),
    createdAt: time(),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({ id: 'ReviewSummary' });
export type ReviewSummaryView = z.output<typeof reviewSummary>;

export const reviewer = z
  .object({
    person: personRef,
    isAsked: z.boolean().meta({ description: 'false for who looked at it unasked.' }),
    verdict: orNull(verdict).meta({ description: 'The last one that still counts.' }),
    version: z.int().nullable(),
  })
  .meta({ id: 'Reviewer' });

export const reviewVerdict = z
  .object({
    id: z.string(),
    person: orNull(personRef),
    verdict,
    body: z.string(),
    version: z.int(),
    isDismissed: z.boolean().meta({ description: 'A later version came after it.' }),
    createdAt: time(),
  })
  .meta({ id: 'ReviewEntry' });

export const reviewCheck = z
  .object({
    name: z.string(),
    isRequired: z.boolean(),
    status: orNull(checkStatus).meta({ description: 'null: nothing was reported for this version yet.' }),
    summary: z.string(),
    url: z.string().nullable(),
    reportedAt: time().nullable(),
  })
  .meta({ id: 'ReviewCheck', description: 'What a check says of the newest version of the source.' });

export const review = reviewSummary
  .extend({
    description: z.string(),
    sourceVersion: z.int().nullable().meta({
      description: 'The newest version of the source branch; of a merged review the one that was merged.',
    }),
    targetVersion: z.int().nullable(),
    reviewers: z.array(reviewer),
    verdicts: z.array(reviewVerdict),
    checks: z.array(reviewCheck).meta({ description: 'Those the rule asks for, then the others.' }),
    obstacles: z.array(reviewObstacle).meta({ description: 'Empty when it may be merged; conflicts aside.' }),
    mergedVersion: z.int().nullable(),
    endedBy: orNull(personRef),
    endedAt: time().nullable(),
    may: z.object({ edit: z.boolean(), decide: z.boolean(), merge: z.boolean() }),
  })
  .meta({ id: 'Review', description: 'A request to merge a branch, and what others say to it.' });
export type ReviewView = z.output<typeof review>;

export const listReviewsQuery = z.strictObject({
  ...pageQuery,
  prompt: id().optional(),
  state: z.enum(['open', 'merged', 'closed']).optional().meta({ description: 'open: also those in draft.' }),
  scope: z
    .enum(['all', 'mine', 'waiting'])
    .default('all')
    .meta({ description: 'mine: those one asked for. waiting: those that wait for one’s verdict.' }),
});

export const reviewPage = page(reviewSummary)
  .extend({
    counts: z
      .object({ mine: z.int(), waiting: z.int() })
      .meta({ description: 'Open ones, whatever the filter.' }),
  })
  .meta({ id: 'ReviewPage' });

const reviewers = z.array(id()).max(20);

export const createReviewBody = z.strictObject({
  title: name(200),
  description: description(10_000).default(''),
  source: branchName,
  target: branchName.optional().meta({ description: 'The default branch when left out.' }),
  reviewers: reviewers.default([]),
  draft: z.boolean().default(false).meta({ description: 'true: nobody is asked yet.' }),
});

export const updateReviewBody = z.strictObject({
  title: name(200).optional(),
  description: description(10_000).optional(),
  reviewers: reviewers.optional(),
  draft: z.boolean().optional(),
});

export const decideReviewBody = z.strictObject({
  verdict,
  body: text({ max: 10_000 }).default(''),
  version: versionNumber.meta({ description: 'The version of the source that was looked at.' }),
});

export const mergeReviewBody = z.strictObject({
  expectedFrom: versionNumber,
  expectedInto: versionNumber.nullable(),
  resolutions: z.array(mergeResolution).max(2000).default([]),
  message: text({ max: 1000 }).default(''),
});

export const reviewParams = z.object({ reviewId: id() });
export const reviewedPrompt = z.object({ promptId: id() });

export const reviewRule = z
  .object({
    requiredApprovals: z.int(),
    ownApprovalCounts: z.boolean().meta({ description: 'Whoever asked for a review may approve it too.' }),
    requiredChecks: z
      .array(z.string())
      .meta({ description: 'Checks that must have passed for the newest version of the source.' }),
    dismissOnCommit: z.boolean().meta({ description: 'A new version takes approvals back.' }),
    revision: z.int().min(0).meta({ description: 'Counts changes; 0 before the first.' }),
  })
  .meta({
    id: 'ReviewRule',
    description: 'What a review needs before it may be merged, for the organization.',
  });
export type ReviewRuleView = z.output<typeof reviewRule>;

export const setReviewRuleBody = z.strictObject({
  requiredApprovals: z.int().min(0).max(10),
  ownApprovalCounts: z.boolean().default(false),
  requiredChecks: z.array(checkName).max(20).default([]),
  dismissOnCommit: z.boolean(),
});
