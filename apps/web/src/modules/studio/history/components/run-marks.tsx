import { Bookmark, BookmarkCheck } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useShelfChanges } from '../api/shelf.ts';
import { t } from '../messages.ts';

type BookmarkButtonProps = { runId: string; model: string; bookmarked: boolean; tabIndex?: number };

/** Bookmarks one run, or takes the bookmark away. */
export function BookmarkButton({ runId, model, bookmarked, tabIndex }: BookmarkButtonProps) {
  const { mark } = useShelfChanges();
  // What was asked for is shown at once; the list says later whether it came so.
  const shown = mark.isPending ? mark.variables?.bookmarked === true : bookmarked;
  return (
    <IconButton
      size="small"
      tabIndex={tabIndex}
      aria-pressed={shown}
      className={shown ? 'text-accent-ink' : undefined}
      label={t(shown ? 'unbookmarkRun' : 'bookmarkRun', { model })}
      icon={shown ? <BookmarkCheck /> : <Bookmark />}
      onClick={() =>
        mark.mutate(
          { runIds: [runId], bookmarked: !shown },
          { onError: ({ message }) => toast({ tone: 'bad', text: t('marksFailed', { reason: message }) }) },
        )
      }
    />
  );
}
