import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import {
  type NewAnchor,
  type Thing,
  type Thread,
  threadQuery,
  threadsQuery,
  useThreadsLive,
} from '../api/threads.ts';
import { type ThreadChanges, useThreadChanges } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';
import { CommentBox } from './comment-box.tsx';
import { ThreadView } from './thread-view.tsx';

type WordsOfVersion = Extract<NewAnchor, { on: 'version' }>;

type DiscussionProps = {
  thing: Thing;
  /** The version whose text is before the reader. */
  version?: number | undefined;
  /** Words that the next thread is about. */
  anchor?: WordsOfVersion | undefined;
  onAnchorDone?: () => void;
  className?: string;
};

/** All that is said about a thing, one thread below the other, and the field to begin another; for its page. */
export function Discussion({ thing, version, anchor, onAnchorDone, className }: DiscussionProps) {
  const query = useInfiniteQuery(threadsQuery(thing, version === undefined ? {} : { version }));
  const changes = useThreadChanges(thing);
  const { tab, target } = useSearch({ strict: false }) as { tab?: unknown; target?: unknown };
  useThreadsLive(thing);
  const mayWrite = query.data?.pages[0]?.may.comment ?? false;
  const threads = query.data?.pages.flatMap(({ items }) => items).toReversed();
  return (
    <section aria-label={t('discussion')} className={className}>
      <h2 className="mb-2 text-14 font-semibold">{t('discussion')}</h2>
      {query.error && !threads ? (
        <ErrorState
          title={t('failed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !threads ? (
        <SkeletonRows rows={2} />
      ) : (
        <>
          {query.hasNextPage && (
            <Button
              size="small"
              kind="quiet"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
          {threads.length === 0 && !anchor && <p className="mb-3 text-ink-3">{t('noneYet')}</p>}
          {tab === 'comments' && typeof target === 'string' && (
            <LostThread threadId={target} known={threads} />
          )}
          <div className="flex flex-col gap-4">
            {threads.map((thread) => (
              <ThreadCard key={thread.id} thread={thread} changes={changes} current={thread.id === target} />
            ))}
          </div>
        </>
      )}
      {mayWrite && (
        <div className="mt-4 flex flex-col gap-2">
          {anchor && (
            <q className="line-clamp-3 border-l-2 border-warn-solid pl-2 font-mono text-12 text-ink-2 [quotes:none] wrap-anywhere">
              {anchor.quote}
            </q>
          )}
          <CommentBox
            thing={thing}
            key={anchor?.quote ?? ''}
            name={`new.${thing.kind}.${thing.id}.${anchor?.quote.slice(0, 40) ?? ''}`}
            label={t('write')}
            action={t('send')}
            quote={anchor?.quote}
            focus={anchor !== undefined}
            onSend={async (words) => {
              await changes.begin.mutateAsync({ anchor, ...words });
              onAnchorDone?.();
            }}
            onCancel={anchor && onAnchorDone}
          />
        </div>
      )}
    </section>
  );
}

/** Says so where the address names a thread that is not there any more. */
function LostThread({ threadId, known }: { threadId: string; known: readonly Thread[] }) {
  const isListed = known.some(({ id }) => id === threadId);
  const { error } = useQuery({ ...threadQuery(threadId), enabled: !isListed, retry: false });
  return error && !isListed ? <p className="mb-3 text-warn">{t('gone')}</p> : null;
}

type ThreadCardProps = { thread: Thread; changes: ThreadChanges; current: boolean };

/** The one the address names is scrolled to. */
function ThreadCard({ thread, changes, current }: ThreadCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'center' });
  }, [current]);
  return (
    <div
      ref={card}
      className={classes('rounded-lg border bg-panel p-3', current ? 'border-accent' : 'border-line')}
    >
      <ThreadView thread={thread} changes={changes} />
    </div>
  );
}
