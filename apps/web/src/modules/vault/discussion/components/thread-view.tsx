import { Check, RotateCcw } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { Badge } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import type { Thread } from '../api/threads.ts';
import type { ThreadChanges } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';
import { CommentBox } from './comment-box.tsx';
import { CommentItem } from './comment-item.tsx';

/** Long enough to have been looked at. */
const glance = 1_200;

type ThreadViewProps = { thread: Thread; changes: ThreadChanges };

/** A whole thread: what it is about, what was said, and the field to answer. */
export function ThreadView({ thread, changes }: ThreadViewProps) {
  const { anchor, comments, state, isUnread, resolvedBy } = thread;
  const see = useEffectEvent(() => changes.see.mutate(thread));
  useEffect(() => {
    if (!isUnread) return;
    const timer = setTimeout(() => see(), glance);
    return () => clearTimeout(timer);
  }, [isUnread]);
  const settle = () =>
    void changes.settle.mutateAsync(thread).catch((error: unknown) => {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
    });
  return (
    <section aria-label={excerpt(thread)} className="min-w-0">
      <header className="flex min-h-8 flex-wrap items-start gap-2">
        <ThreadAnchor thread={thread} />
        {thread.may.reply && (
          <Button
            size="small"
            kind="quiet"
            className="ml-auto"
            icon={state === 'open' ? <Check /> : <RotateCcw />}
            busy={changes.settle.isPending}
            onClick={settle}
          >
            {state === 'open' ? t('resolve') : t('reopen')}
          </Button>
        )}
      </header>
      <ul>
        {comments.map((comment) => (
          <CommentItem key={comment.id} thread={thread} comment={comment} changes={changes} />
        ))}
      </ul>
      {state === 'resolved' && resolvedBy && (
        <p className="pb-2 text-12 text-ink-3">{t('resolvedBy', { name: resolvedBy.name })}</p>
      )}
      {thread.may.reply && (
        <CommentBox
          thing={thread.subject}
          name={`thread.${thread.id}`}
          label={t('answer')}
          action={t('sendAnswer')}
          quote={anchor?.quote ?? undefined}
          onSend={(words) => changes.reply.mutateAsync({ thread, ...words })}
        />
      )}
    </section>
  );
}

/** What a thread is about: the words, the version, or the whole thing. */
export function ThreadAnchor({ thread }: { thread: Thread }) {
  const { anchor, isOutdated } = thread;
  if (!anchor) return null;
  if (anchor.quote === null)
    return <span className="text-12 text-ink-2">{t('version', { number: anchor.version ?? 0 })}</span>;
  return (
    <span className="flex min-w-0 flex-1 items-start gap-2">
      <q className="line-clamp-3 min-w-0 border-l-2 border-warn-solid pl-2 font-mono text-12 text-ink-2 [quotes:none] wrap-anywhere">
        {anchor.quote}
      </q>
      {isOutdated && (
        <span title={t('outdatedHint')} className="shrink-0">
          <Badge tone="warn">{t('outdated')}</Badge>
        </span>
      )}
    </span>
  );
}

/** The first words of a thread, as its name. */
export function excerpt({ comments }: Thread): string {
  const said = comments.find(({ deletedAt }) => deletedAt === null);
  const text = said?.body.replace(/@\[((?:\\.|[^\]\\])*)\]\(person:[^)]*\)/g, '@$1').trim() ?? '';
  return text === '' ? t('deleted') : text.slice(0, 120);
}
