import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { GitPullRequestArrow } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { Badge } from '../../../../ui/badge.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { List } from '../../../../ui/list.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type ReviewSummary, reviewListQuery } from '../api/reviews.ts';
import { useReviewsLive } from '../api/use-reviews-live.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import type { ReviewSearch } from '../state/review-search.ts';
import { ReviewState } from './review-state.tsx';

type ReviewsPageProps = { search: ReviewSearch; onSearch: (search: ReviewSearch) => void };

/** All reviews one sees; those that wait for one are a click away. */
export function ReviewsPage({ search, onSearch }: ReviewsPageProps) {
  const query = useInfiniteQuery(reviewListQuery(search));
  useReviewsLive();
  const router = useRouter();
  const reviews = query.data?.pages.flatMap(({ items }) => items);
  const counts = query.data?.pages[0]?.counts;
  const counted = (label: string, count: number | undefined) => (count ? `${label} · ${count}` : label);
  return (
    <Page
      title={frameText('title')}
      layout="fill"
      bar={
        <div className="flex flex-1 flex-wrap items-center gap-2">
          <SegmentedControl
            label={t('scopes')}
            value={search.scope ?? 'all'}
            onChange={(scope) => onSearch({ ...search, scope: scope === 'all' ? undefined : scope })}
            options={[
              { value: 'all', label: t('all') },
              { value: 'waiting', label: counted(t('waiting'), counts?.waiting) },
              { value: 'mine', label: counted(t('mine'), counts?.mine) },
            ]}
          />
          <SegmentedControl
            label={t('states')}
            value={search.state ?? 'open'}
            onChange={(state) => onSearch({ ...search, state: state === 'open' ? undefined : state })}
            options={[
              { value: 'open', label: t('open') },
              { value: 'merged', label: t('merged') },
              { value: 'closed', label: t('closed') },
            ]}
          />
        </div>
      }
    >
      {query.error && !reviews ? (
        <ErrorState
          title={t('failed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !reviews ? (
        <SkeletonRows rows={8} />
      ) : reviews.length === 0 ? (
        <EmptyState
          icon={<GitPullRequestArrow />}
          title={t(search.scope === 'waiting' ? 'nothingWaits' : 'none')}
          hint={t(search.scope === 'waiting' ? 'nothingWaitsHint' : 'noneHint')}
        />
      ) : (
        <List
          main
          label={t('list')}
          memory="reviews"
          rows={reviews}
          keyOf={({ id }) => id}
          rowHeight={56}
          onOpen={({ id }) => void router.navigate({ to: '/reviews/$reviewId', params: { reviewId: id } })}
          renderRow={(review) => <ReviewRow review={review} />}
          className="flex-1"
          footer={<LoadMore label={t('more')} query={query} />}
        />
      )}
    </Page>
  );
}

function ReviewRow({ review }: { review: ReviewSummary }) {
  const { title, prompt, source, target, author, approvals, requiredApprovals, changesRequested } = review;
  return (
    <div className="flex items-center gap-3 px-4 py-2">
      <ReviewState state={review.state} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <span className="truncate font-medium">{title}</span>
          {review.waitsForMe && <Badge tone="accent">{t('waitsForYou')}</Badge>}
          {changesRequested > 0 && <Badge tone="warn">{t('changesWanted')}</Badge>}
        </div>
        <div className="truncate text-12 text-ink-3">
          {prompt.title} · {t('branches', { source, target })} ·{' '}
          {t('by', { name: author?.name ?? t('somebody') })}
        </div>
      </div>
      <span className="shrink-0 text-12 text-ink-3 tabular max-md:hidden">
        {t('approvals', { have: approvals, need: requiredApprovals })}
      </span>
      <RelativeTime time={review.updatedAt} className="shrink-0 text-12 text-ink-3" />
    </div>
  );
}
