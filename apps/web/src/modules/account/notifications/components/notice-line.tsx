import type { Notice } from '@promptvault/contract/account/notifications/shapes';
import type { ReactNode } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { t } from '../messages.ts';

type NoticeLineProps = { notice: Notice; onOpen: () => void; actions?: ReactNode };

/** One notice: who, what, when, and whether it is new. Its text is the link to the place. */
export function NoticeLine({ notice, onOpen, actions }: NoticeLineProps) {
  return (
    <div className="flex items-start gap-2.5 px-3 py-2">
      <span
        className={classes(
          'mt-2.5 size-1.5 shrink-0 rounded-full',
          notice.read ? 'bg-transparent' : 'bg-accent',
        )}
      />
      <Avatar name={notice.by?.name ?? notice.subject.title} size="small" />
      <div className="min-w-0 flex-1">
        <a
          href={notice.address}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen();
          }}
          className={classes(
            'block rounded-xs break-words hover:underline',
            notice.read ? 'text-ink-2' : 'font-medium text-ink',
          )}
        >
          {notice.title}
          {!notice.read && <span className="sr-only">, {t('unreadMark')}</span>}
        </a>
        {notice.body && <p className="line-clamp-2 break-words text-ink-2">{notice.body}</p>}
        <RelativeTime time={notice.createdAt} className="text-12 text-ink-3" />
      </div>
      {actions}
    </div>
  );
}
