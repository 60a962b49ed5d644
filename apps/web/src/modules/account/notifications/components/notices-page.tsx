import type { Notice } from '@promptvault/contract/account/notifications/shapes';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Bell, BellOff, CheckCheck, Ellipsis, Mail, MailOpen, SearchX } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { List } from '../../../../ui/list.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { noticesQuery, settingsQuery } from '../api/notices.ts';
import { useNoticeActions } from '../api/use-notice-actions.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import type { NoticeSearch } from '../state/notice-search.ts';
import { NoticeLine } from './notice-line.tsx';

type NoticesPageProps = { search: NoticeSearch; onSearch: (search: NoticeSearch) => void };

/** All notices of this organization, newest first. */
export function NoticesPage({ search, onSearch }: NoticesPageProps) {
  const query = useInfiniteQuery(noticesQuery(search));
  const actions = useNoticeActions();
  const notices = query.data?.pages.flatMap(({ items }) => items);
  const newest = notices?.[0];
  const more = () => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  };
  return (
    <Page
      title={frameText('notices')}
      layout="fill"
      actions={
        <Button
          icon={<CheckCheck />}
          disabled={!notices?.some(({ read }) => !read)}
          onClick={() => newest && actions.readAll(newest)}
        >
          {t('markAll')}
        </Button>
      }
      bar={<NoticeFilters search={search} onSearch={onSearch} />}
    >
      {query.error && !notices ? (
        <ErrorState
          title={t('failed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !notices ? (
        <SkeletonRows rows={8} />
      ) : notices.length === 0 && !query.hasNextPage ? (
        <NoNotices search={search} onSearch={onSearch} />
      ) : (
        <List
          main
          label={t('list')}
          memory="notices"
          rows={notices}
          rowHeight={60}
          keyOf={({ id }) => id}
          onOpen={actions.open}
          onEndNear={more}
          className="flex-1"
          renderRow={(notice) => (
            <NoticeLine
              notice={notice}
              onOpen={() => actions.open(notice)}
              actions={<NoticeMenu notice={notice} actions={actions} />}
            />
          )}
          footer={
            query.hasNextPage && (
              <div className="flex justify-center p-3">
                <Button size="small" kind="quiet" busy={query.isFetchingNextPage} onClick={more}>
                  {t('more')}
                </Button>
              </div>
            )
          }
        />
      )}
    </Page>
  );
}

type Actions = ReturnType<typeof useNoticeActions>;

function NoticeMenu({ notice, actions }: { notice: Notice; actions: Actions }) {
  return (
    <Menu
      label={t('actions')}
      align="end"
      trigger={(props) => <IconButton {...props} label={t('actions')} icon={<Ellipsis />} />}
      items={[
        notice.read
          ? { label: t('markUnread'), icon: <Mail />, onSelect: () => actions.setRead(notice, false) }
          : { label: t('markRead'), icon: <MailOpen />, onSelect: () => actions.setRead(notice, true) },
        {
          label: t('mute', { title: notice.subject.title }),
          icon: <BellOff />,
          onSelect: () => void actions.mute(notice.subject),
        },
      ]}
    />
  );
}

function NoticeFilters({ search, onSearch }: NoticesPageProps) {
  const { data } = useQuery(settingsQuery);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t('show')}
        value={search.unread ? 'unread' : 'all'}
        onChange={(value) => onSearch({ ...search, unread: value === 'unread' ? true : undefined })}
        options={[
          { value: 'all', label: t('all') },
          { value: 'unread', label: t('onlyUnread') },
        ]}
      />
      <Select
        label={t('kind')}
        hideLabel
        className="w-64 max-md:w-48"
        value={search.kind ?? ''}
        placeholder={t('allKinds')}
        onChange={(event) => onSearch({ ...search, kind: event.target.value || undefined })}
        options={(data?.items ?? []).map(({ kind, summary }) => ({ value: kind, label: summary }))}
      />
    </div>
  );
}

function NoNotices({ search, onSearch }: NoticesPageProps) {
  if (!search.unread && !search.kind)
    return <EmptyState icon={<Bell />} title={t('empty')} hint={t('emptyHint')} />;
  return (
    <EmptyState
      icon={<SearchX />}
      title={search.kind ? t('emptyNarrowed') : t('empty')}
      hint={search.kind ? t('emptyNarrowedHint') : undefined}
      action={<Button onClick={() => onSearch({})}>{t('showAll')}</Button>}
    />
  );
}
