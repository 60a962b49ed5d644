import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GitPullRequestArrow, type LucideIcon, Tag } from 'lucide-react';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Card } from '../../../../ui/card.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import {
  type LabelRequest,
  type ReviewSummary,
  waitingLabelsQuery,
  waitingReviewsQuery,
} from '../api/reviews.ts';
import { useReviewsLive, useWaitingLabelsLive } from '../api/use-reviews-live.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';

/** The card of the home page: reviews and moves of protected labels that wait for this person. */
export function WaitingCard() {
  const mayApprove = useMay()('label.approve');
  const reviews = useQuery(waitingReviewsQuery);
  const labels = useQuery({ ...waitingLabelsQuery, enabled: mayApprove });
  useReviewsLive();
  useWaitingLabelsLive(mayApprove);
  const error = reviews.error ?? labels.error;
  const reviewItems = reviews.data?.items ?? [];
  const labelItems = labels.data?.items ?? [];
  const isReady = reviews.data && (labels.data || !mayApprove);
  const hidden = (reviews.data?.counts.waiting ?? 0) - reviewItems.length;
  return (
    <Card
      title={frameText('waiting')}
      action={
        <ButtonLink kind="quiet" size="small" to="/reviews" search={{ scope: 'waiting' }}>
          {hidden > 0 ? t('moreReviews', { count: hidden }) : t('allReviews')}
        </ButtonLink>
      }
    >
      {error && !isReady ? (
        <ErrorState
          compact
          title={t('failed')}
          reason={error.message}
          onRetry={() => void Promise.all([reviews.refetch(), mayApprove && labels.refetch()])}
          retrying={reviews.isFetching || labels.isFetching}
        />
      ) : !isReady ? (
        <SkeletonRows rows={3} />
      ) : reviewItems.length + labelItems.length === 0 ? (
        <div className="px-4 py-6">
          <p>{t('nothingWaits')}</p>
          <p className="mt-0.5 text-ink-3 text-pretty">
            {t(mayApprove ? 'nothingWaitsApprover' : 'nothingWaitsHint')}
          </p>
        </div>
      ) : (
        <ul>
          {reviewItems.map((review) => (
            <WaitingReview key={review.id} review={review} />
          ))}
          {labelItems.map((request) => (
            <WaitingLabel key={request.id} request={request} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const rowClass =
  'flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-raise focus-visible:-outline-offset-2';

const WaitingReview = ({ review }: { review: ReviewSummary }) => (
  <li className="border-b border-line last:border-0">
    <Link to="/reviews/$reviewId" params={{ reviewId: review.id }} className={rowClass}>
      <Row
        icon={GitPullRequestArrow}
        title={review.title}
        hint={t('waitingReview', { prompt: review.prompt.title, name: review.author?.name ?? t('somebody') })}
        time={review.updatedAt}
      />
    </Link>
  </li>
);

function WaitingLabel({ request }: { request: LabelRequest }) {
  const { id, promptId, promptTitle, label, after, proposedBy, proposedAt } = request;
  const versions = after.map(({ version }) => t('version', { number: version })).join(' + ');
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/prompts/$promptId"
        params={{ promptId }}
        search={{ tab: 'labels', target: id }}
        className={rowClass}
      >
        <Row
          icon={Tag}
          title={t('waitingLabel', { label, versions })}
          hint={t('waitingReview', { prompt: promptTitle, name: proposedBy?.name ?? t('somebody') })}
          time={proposedAt}
        />
      </Link>
    </li>
  );
}

type RowProps = { icon: LucideIcon; title: string; hint: string; time: string };

const Row = ({ icon: Icon, title, hint, time }: RowProps) => (
  <>
    <Icon aria-hidden="true" className="size-4 shrink-0 stroke-[1.75] text-ink-3" />
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium">{title}</span>
      <span className="block truncate text-12 text-ink-3">{hint}</span>
    </span>
    <RelativeTime time={time} className="shrink-0 text-12 text-ink-3 tabular" />
  </>
);
