import { Avatar } from '../../../../ui/avatar.tsx';
import { Badge } from '../../../../ui/badge.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { Thread } from '../api/threads.ts';
import { t } from '../messages.ts';
import { excerpt } from './thread-view.tsx';

type ThreadRowProps = { thread: Thread; selected: boolean; onOpen: () => void };

/** A thread in the list: who began it, the words it is about, how it goes on. */
export function ThreadRow({ thread, selected, onOpen }: ThreadRowProps) {
  const { anchor, comments, isUnread, isOutdated, state, lastAt } = thread;
  const name = comments[0]?.author?.name ?? (comments[0]?.guest || t('somebody'));
  const answers = comments.length - 1;
  return (
    <li>
      <button
        type="button"
        aria-current={selected || undefined}
        onClick={onOpen}
        className="flex w-full gap-2.5 border-l-2 border-transparent px-3.5 py-2 text-left hover:bg-raise aria-[current]:border-accent aria-[current]:bg-raise"
      >
        <Avatar name={name} size="small" className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{name}</span>
            <RelativeTime time={lastAt} className="ml-auto shrink-0 text-12 text-ink-3" />
            {isUnread && <Badge tone="accent">{t('unread')}</Badge>}
          </span>
          {anchor?.quote && (
            <span className="block truncate font-mono text-12 text-ink-3">{anchor.quote}</span>
          )}
          <span className="line-clamp-2 wrap-anywhere">{excerpt(thread)}</span>
          <span className="flex items-center gap-2 text-12 text-ink-3">
            {answers > 0 && t('replies', { count: answers })}
            {isOutdated && <Badge tone="warn">{t('outdated')}</Badge>}
            {state === 'resolved' && t('resolvedNamed')}
          </span>
        </span>
      </button>
    </li>
  );
}
