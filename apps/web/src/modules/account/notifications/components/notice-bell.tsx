import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { useLiveChanges } from '../../../../wire/use-live.ts';
import { noticesKey, unreadQuery } from '../api/notices.ts';
import { frameText } from '../state/frame-text.ts';

const NoticePanel = lazy(() => import('./notice-panel.tsx').then((file) => ({ default: file.NoticePanel })));

/** In every page's top bar: how much is new, and the newest of it. */
export function NoticeBell() {
  const queries = useQueryClient();
  const { data } = useQuery(unreadQuery);
  useLiveChanges('notices', () => void queries.invalidateQueries({ queryKey: noticesKey }));
  const count = data?.count ?? 0;
  const label = data?.more
    ? frameText('unreadMore', { count })
    : count > 0
      ? frameText('unread', { count })
      : frameText('none');
  return (
    <Popover
      label={frameText('notices')}
      align="end"
      className="w-96 max-w-[calc(100vw-1rem)] p-0!"
      trigger={(props) => (
        <span className="relative inline-flex">
          <IconButton {...props} label={label} icon={<Bell />} />
          {count > 0 && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[10px]/4 font-semibold text-on-accent tabular"
            >
              {data?.more ? `${count}+` : count}
            </span>
          )}
        </span>
      )}
    >
      {(close) => (
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <NoticePanel onClose={close} />
        </Suspense>
      )}
    </Popover>
  );
}
