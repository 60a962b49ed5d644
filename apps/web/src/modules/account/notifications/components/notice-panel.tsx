import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck, Settings } from 'lucide-react';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { noticesQuery } from '../api/notices.ts';
import { useNoticeActions } from '../api/use-notice-actions.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { NoticeLine } from './notice-line.tsx';

/** The newest notices, under the bell. */
export function NoticePanel({ onClose }: { onClose: () => void }) {
  const { data, error, refetch, isFetching } = useInfiniteQuery(noticesQuery({}, 10));
  const actions = useNoticeActions();
  const notices = data?.pages[0]?.items;
  const newest = notices?.[0];
  return (
    <div className="flex max-h-[min(32rem,80vh)] flex-col">
      <header className="flex items-center gap-1 border-b border-line py-1.5 pr-2 pl-3">
        <h2 className="flex-1 font-semibold">{frameText('notices')}</h2>
        <IconButton
          label={t('markAll')}
          icon={<CheckCheck />}
          disabled={!notices?.some(({ read }) => !read)}
          onClick={() => newest && actions.readAll(newest)}
        />
        <PageLink
          to="/settings/notifications"
          aria-label={t('openSettings')}
          title={t('openSettings')}
          onClick={onClose}
          className="grid size-7 place-items-center rounded-md text-ink-3! hover:bg-raise hover:text-ink! pointer-coarse:size-10"
        >
          <Settings aria-hidden="true" className="size-4 stroke-[1.75]" />
        </PageLink>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        {error && !notices ? (
          <ErrorState
            title={t('failed')}
            reason={error.message}
            onRetry={() => void refetch()}
            retrying={isFetching}
          />
        ) : !notices ? (
          <SkeletonRows rows={4} />
        ) : notices.length === 0 ? (
          <EmptyState compact title={t('empty')} hint={t('emptyHint')} />
        ) : (
          <ul aria-label={t('list')}>
            {notices.map((notice) => (
              <li key={notice.id} className="border-b border-line last:border-0">
                <NoticeLine
                  notice={notice}
                  onOpen={() => {
                    onClose();
                    actions.open(notice);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer className="border-t border-line p-1.5 text-center">
        <ButtonLink kind="quiet" size="small" to="/notices" onClick={onClose}>
          {t('openAll')}
        </ButtonLink>
      </footer>
    </div>
  );
}
