import type {
  ReviewRuleView,
  ReviewSummaryView,
  ReviewView,
} from '@promptvault/contract/vault/reviews/shapes';
import type { ReviewList } from './operations/list-reviews.ts';
import type { FoundRule } from './operations/review-rule.ts';
import type { ListedReview, ShownReview } from './operations/show-reviews.ts';

const personIn = ({ people }: ListedReview, id: string | null) =>
  id === null ? null : (people.get(id) ?? null);

export function toReviewSummary(listed: ListedReview): ReviewSummaryView {
  const { review, promptTitle, source, target, standing, rule, waitsForMe } = listed;
  const said = [...standing.values()].map(({ verdict }) => verdict);
  return {
    id: review.id,
    prompt: { id: review.promptId, title: promptTitle },
    title: review.title,
    source,
    target,
    state: review.state,
    author: personIn(listed, review.authorId),
    approvals: said.filter((verdict) => verdict === 'approve').length,
    requiredApprovals: rule.requiredApprovals,
    changesRequested: said.filter((verdict) => verdict === 'request_changes').length,
    waitsForMe,
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
    revision: review.revision,
  };
}

export function toReview(shown: ShownReview): ReviewView {
  const { review, verdicts } = shown;
  return {
    ...toReviewSummary(shown),
    description: review.description,
    sourceVersion: shown.sourceVersion,
    targetVersion: shown.targetVersion,
    reviewers: toReviewers(shown),
    verdicts: verdicts.map((one) => ({
      id: one.id,
      person: personIn(shown, one.userId),
      verdict: one.verdict,
      body: one.body,
      version: one.version,
      isDismissed: one.dismissedAt !== null,
      createdAt: one.createdAt.toISOString(),
    })),
    checks: shown.checks.map(({ name, isRequired, reported }) => ({
      name,
      isRequired,
      status: reported?.status ?? null,
      summary: reported?.summary ?? '',
      url: reported?.url ?? null,
      reportedAt: reported?.reportedAt.toISOString() ?? null,
    })),
    obstacles: shown.obstacles,
    mergedVersion: review.mergedVersion,
    endedBy: personIn(shown, review.endedBy),
    endedAt: review.endedAt?.toISOString() ?? null,
    may: shown.may,
  };
}

function toReviewers(shown: ShownReview): ReviewView['reviewers'] {
  const asked = new Set(shown.reviewers.map(({ userId }) => userId));
  const spoke = shown.verdicts.map(({ userId }) => userId);
  const everyone = new Set([...asked, ...spoke].filter((userId) => userId !== shown.review.authorId));
  return [...everyone].flatMap((userId) => {
    const person = personIn(shown, userId);
    const said = shown.standing.get(userId);
    if (!person) return [];
    return [
      { person, isAsked: asked.has(userId), verdict: said?.verdict ?? null, version: said?.version ?? null },
    ];
  });
}

export const toReviewPage = ({ reviews, counts, nextCursor }: ReviewList) => ({
  items: reviews.map(toReviewSummary),
  counts,
  nextCursor,
});

export const toReviewRule = ({
  requiredApprovals,
  ownApprovalCounts,
  requiredChecks,
  dismissOnCommit,
  revision,
}: FoundRule): ReviewRuleView => ({
  requiredApprovals,
  ownApprovalCounts,
  requiredChecks: [...requiredChecks],
  dismissOnCommit,
  revision,
});
