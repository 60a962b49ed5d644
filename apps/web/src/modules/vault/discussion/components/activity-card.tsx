import { useInfiniteQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { activityQuery, useActivityLive } from '../api/activity.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { ActivityList } from './activity-list.tsx';

const shown = 8;

/** The last things that happened, on the home page. */
export function ActivityCard() {
  const { data, error, refetch } = useInfiniteQuery(activityQuery({}, shown));
  useActivityLive();
  const entries = data?.pages[0]?.items;
  return (
    <section aria-label={frameText('activity')} className="min-w-0 rounded-lg border border-line bg-panel">
      <header className="flex items-center justify-between border-b border-line py-1.5 pr-2 pl-4">
        <h3 className="font-semibold">{frameText('activity')}</h3>
        <ButtonLink kind="quiet" size="small" to="/activity">
          {t('allActivity')}
        </ButtonLink>
      </header>
      {error && !entries ? (
        <ErrorState title={t('activityFailed')} reason={error.message} onRetry={() => void refetch()} />
      ) : !entries ? (
        <SkeletonRows rows={4} />
      ) : entries.length === 0 ? (
        <p className="px-4 py-6 text-ink-3">{t('noActivityHint')}</p>
      ) : (
        <ActivityList entries={entries} label={frameText('activity')} />
      )}
    </section>
  );
}
