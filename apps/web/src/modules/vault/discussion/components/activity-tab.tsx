import { useInfiniteQuery } from '@tanstack/react-query';
import type { SlotProps } from '../../../../shell/slot-props.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { activityQuery, useActivityLive } from '../api/activity.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { ActivityList } from './activity-list.tsx';

/** The drawer's tab of the studio: what happened to this prompt. */
export function ActivityTab({ promptId }: SlotProps['studio.drawer']) {
  const query = useInfiniteQuery(activityQuery({ prompt: promptId }));
  useActivityLive();
  const entries = query.data?.pages.flatMap(({ items }) => items);
  if (query.error && !entries)
    return (
      <ErrorState
        title={t('activityFailed')}
        reason={query.error.message}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  if (!entries) return <SkeletonRows rows={4} />;
  if (entries.length === 0) return <EmptyState compact title={t('noActivity')} />;
  return (
    <>
      <ActivityList entries={entries} label={frameText('activity')} />
      <LoadMore label={t('more')} query={query} />
    </>
  );
}
