import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { useRouter } from '@tanstack/react-router';
import { Trash2, Undo2 } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { useDeletedPrompts, useRestorePrompt } from '../api/deleted-prompts.ts';
import { t } from '../messages.ts';
import { daysLeft } from '../state/days-left.ts';
import { frameText } from '../state/frame-text.ts';
import { promptAddress } from '../state/prompt-address.ts';

type Restore = ReturnType<typeof useRestorePrompt>;

/** What was deleted in the last 30 days, and the way back for each. */
export function TrashPage() {
  const router = useRouter();
  const restore = useRestorePrompt();
  const { rows, error, isFetching, refetch, hasNextPage, fetchNextPage } = useDeletedPrompts();
  const bringBack = (prompt: PromptSummary) =>
    restore.mutate(prompt, {
      onSuccess: () => void router.navigate({ href: promptAddress(prompt.id) }),
    });
  return (
    <Page
      title={t('trash')}
      crumbs={[{ label: frameText('prompts'), to: '/prompts' }]}
      layout="fill"
      bar={<p className="text-ink-2">{t('trashHint')}</p>}
    >
      {restore.error && (
        <p role="alert" className="border-b border-line bg-bad-weak px-4 py-2 text-bad">
          {t('restoreFailed', { reason: restore.error.message })}
        </p>
      )}
      {error && !rows ? (
        <ErrorState
          title={t('trashFailed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : !rows ? (
        <SkeletonRows rows={8} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<Trash2 />}
          title={t('emptyTrash')}
          hint={t('emptyTrashHint')}
          action={<ButtonLink to="/prompts">{t('allPrompts')}</ButtonLink>}
        />
      ) : (
        <DataTable
          main
          label={t('trash')}
          className="flex-1"
          rows={rows}
          columns={columns(restore, bringBack)}
          keyOf={({ id }) => id}
          onEndNear={() => {
            if (hasNextPage && !isFetching) void fetchNextPage();
          }}
          footer={
            hasNextPage && (
              <div className="p-3 text-center">
                <Button busy={isFetching} onClick={() => void fetchNextPage()}>
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

const columns = (
  restore: Restore,
  bringBack: (prompt: PromptSummary) => void,
): readonly Column<PromptSummary>[] => [
  {
    key: 'title',
    title: t('title'),
    width: 'minmax(0,2fr)',
    phone: 'title',
    cell: ({ title }) => <span className="font-medium text-ink">{title}</span>,
  },
  {
    key: 'path',
    title: t('path'),
    width: 'minmax(0,1.3fr)',
    phone: 'hidden',
    cell: ({ path }) => <span className="font-mono text-12 text-ink-3">{path}</span>,
  },
  {
    key: 'deleted',
    title: t('deletedAt'),
    width: '112px',
    phone: 'fact',
    cell: ({ deletedAt }) => deletedAt && <RelativeTime time={deletedAt} className="text-12 text-ink-3" />,
  },
  {
    key: 'left',
    title: t('goneIn'),
    width: '112px',
    phone: 'fact',
    cell: ({ deletedAt }) => (
      <span className="text-12 text-ink-3">{t('daysLeft', { count: daysLeft(deletedAt, new Date()) })}</span>
    ),
  },
  {
    key: 'restore',
    title: t('restore'),
    hideTitle: true,
    width: '104px',
    phone: 'end',
    cell: (prompt) => (
      <Button
        size="small"
        icon={<Undo2 />}
        busy={restore.isPending && restore.variables?.id === prompt.id}
        disabled={restore.isPending}
        aria-label={t('restoreOne', { title: prompt.title })}
        onClick={() => bringBack(prompt)}
      >
        {t('restore')}
      </Button>
    ),
  },
];
