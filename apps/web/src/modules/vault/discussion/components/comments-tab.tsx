import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import type { SlotProps } from '../../../../shell/slot-props.ts';
import { useNarrow } from '../../../../shell/use-narrow.ts';
import { Button } from '../../../../ui/button.tsx';
import { commentKeys } from '../../../../ui/editor/comment-keys.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Kbd } from '../../../../ui/kbd.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type Thread, type ThreadFilter, threadQuery, threadsQuery, useThreadsLive } from '../api/threads.ts';
import { type ThreadChanges, useThreadChanges } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';
import { beginThread, dropThread, type PendingThread, usePendingThread } from '../state/pending-thread.ts';
import { CommentBox } from './comment-box.tsx';
import { ThreadRow } from './thread-row.tsx';
import { ThreadView } from './thread-view.tsx';

type Shown = 'open' | 'resolved' | 'mine';

const filterOf = (shown: Shown, branch: string): ThreadFilter =>
  shown === 'mine' ? { branch, mine: 'true' } : { branch, state: shown };

/** The drawer's tab of the studio: threads on the left, the open one beside it. */
export function CommentsTab({ promptId, branch, target }: SlotProps['studio.drawer']) {
  const thing = { kind: 'prompt', id: promptId };
  const [shown, setShown] = useState<Shown>('open');
  const query = useInfiniteQuery(threadsQuery(thing, filterOf(shown, branch)));
  const changes = useThreadChanges(thing);
  const pending = usePendingThread(promptId);
  const navigate = useNavigate();
  const narrow = useNarrow();
  useThreadsLive(thing);
  const open = (threadId: string | undefined) => {
    dropThread();
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, tab: 'comments', target: threadId }),
      replace: true,
    });
  };
  const threads = query.data?.pages.flatMap(({ items }) => items);
  const mayBegin = query.data?.pages[0]?.may.comment ?? false;
  const detail = pending ? (
    <NewThread key={pending.anchor?.quote ?? ''} pending={pending} changes={changes} onDone={open} />
  ) : (
    target && <OpenThread key={target} threadId={target} known={threads} changes={changes} />
  );
  const list = (
    <ThreadList
      {...{ shown, setShown, query, threads, mayBegin, target }}
      onOpen={open}
      onBegin={() => beginThread({ promptId })}
    />
  );
  if (narrow)
    return detail ? (
      <div className="p-3">
        <Button
          size="small"
          kind="quiet"
          icon={<ArrowLeft />}
          onClick={() => open(undefined)}
          className="mb-2"
        >
          {t('back')}
        </Button>
        {detail}
      </div>
    ) : (
      list
    );
  return (
    <div className="flex h-full min-h-0">
      <div className="w-90 shrink-0 overflow-auto border-r border-line">{list}</div>
      <div className="min-w-0 flex-1 overflow-auto px-4 py-2.5">{detail}</div>
    </div>
  );
}

type ThreadListProps = {
  shown: Shown;
  setShown: (shown: Shown) => void;
  query: Pick<
    ReturnType<typeof useInfiniteQuery>,
    'error' | 'refetch' | 'isFetching' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  threads: readonly Thread[] | undefined;
  mayBegin: boolean;
  target: string | undefined;
  onOpen: (threadId: string) => void;
  onBegin: () => void;
};

function ThreadList(props: ThreadListProps) {
  const { shown, setShown, query, threads, mayBegin, target, onOpen, onBegin } = props;
  return (
    <>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 bg-panel px-3 py-2">
        <SegmentedControl
          label={t('filters')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: t('open') },
            { value: 'resolved', label: t('resolved') },
            { value: 'mine', label: t('mine') },
          ]}
        />
        {mayBegin && (
          <Button size="small" className="ml-auto" icon={<MessageSquarePlus />} onClick={onBegin}>
            {t('newThread')}
          </Button>
        )}
      </div>
      {query.error && !threads ? (
        <ErrorState
          title={t('failed')}
          reason={query.error instanceof Error ? query.error.message : ''}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !threads ? (
        <SkeletonRows rows={3} />
      ) : threads.length === 0 ? (
        <NoThreads shown={shown} />
      ) : (
        <ul aria-label={t('threads')}>
          {threads.map((thread) => (
            <ThreadRow
              key={thread.id}
              thread={thread}
              selected={thread.id === target}
              onOpen={() => onOpen(thread.id)}
            />
          ))}
        </ul>
      )}
      <LoadMore label={t('more')} query={query} />
    </>
  );
}

function NoThreads({ shown }: { shown: Shown }) {
  if (shown === 'resolved') return <EmptyState compact title={t('noneResolved')} />;
  if (shown === 'mine') return <EmptyState compact title={t('noneMine')} />;
  const [before, after] = t('noneHint', { keys: '\n' }).split('\n');
  return (
    <EmptyState
      compact
      title={t('none')}
      hint={
        <>
          {before}
          <Kbd keys={commentKeys.shown} />
          {after}
        </>
      }
    />
  );
}

type OpenThreadProps = { threadId: string; known: readonly Thread[] | undefined; changes: ThreadChanges };

/** The thread the address names: from the list, or by itself when a filter hides it. */
function OpenThread({ threadId, known, changes }: OpenThreadProps) {
  const listed = known?.find(({ id }) => id === threadId);
  const { data, error } = useQuery({
    ...threadQuery(threadId),
    enabled: known !== undefined && !listed,
    retry: false,
  });
  const thread = listed ?? data;
  if (thread) return <ThreadView thread={thread} changes={changes} />;
  return error ? <EmptyState compact title={t('gone')} /> : <SkeletonRows rows={2} />;
}

type NewThreadProps = {
  pending: PendingThread;
  changes: ThreadChanges;
  onDone: (threadId: string | undefined) => void;
};

function NewThread({ pending, changes, onDone }: NewThreadProps) {
  const { promptId, anchor } = pending;
  return (
    <section aria-label={t('newThread')} className="flex max-w-180 flex-col gap-2">
      {anchor ? (
        <q className="line-clamp-3 border-l-2 border-warn-solid pl-2 font-mono text-12 text-ink-2 [quotes:none] wrap-anywhere">
          {anchor.quote}
        </q>
      ) : (
        <span className="text-12 text-ink-2">{t('wholePrompt')}</span>
      )}
      <CommentBox
        thing={{ kind: 'prompt', id: promptId }}
        name={`new.${promptId}.${anchor ? `${anchor.sectionId}.${anchor.quote.slice(0, 40)}` : ''}`}
        label={t('write')}
        action={t('send')}
        quote={anchor?.quote}
        focus
        onSend={async (words) => {
          const { id } = await changes.begin.mutateAsync({ anchor, ...words });
          onDone(id);
        }}
        onCancel={() => onDone(undefined)}
      />
    </section>
  );
}
