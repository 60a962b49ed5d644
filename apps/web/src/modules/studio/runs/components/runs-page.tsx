import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { GitCompare, History, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { usePageCommands } from '../../../../shell/page-commands.ts';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { useModels } from '../../models/index.ts';
import { runListQuery } from '../api/runs.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { answerOfRun, type Run } from '../state/run-answer.ts';
import { isNarrowed, type RunSearch, toRunFilter } from '../state/run-filter.ts';
import { useLiveAnswers } from '../state/use-run.ts';
import { type RunRow, runColumns } from './run-columns.tsx';
import { RunFilters } from './run-filters.tsx';
import { RunTotals } from './run-totals.tsx';

type RunsPageProps = { search: RunSearch; onSearch: (search: RunSearch) => void };

/** Every run one may see, newest first; those that go on show it. */
export function RunsPage({ search, onSearch }: RunsPageProps) {
  const query = useInfiniteQuery(runListQuery(toRunFilter(search)));
  const runs = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const marks = useMarks(runs);
  const { models } = useModels();
  const router = useRouter();
  const compare = () => {
    const [left, right] = marks.marked;
    if (left && right) void router.navigate({ to: '/runs/compare', search: { left, right } });
  };
  usePageCommands(
    marks.marked.length === 2
      ? [{ id: 'runs.compare', label: () => t('compareTwo'), icon: GitCompare, keys: 'c', run: compare }]
      : [],
  );
  return (
    <Page
      title={frameText('title')}
      layout="fill"
      actions={
        <>
          <span className="text-12 text-ink-3 max-md:hidden">
            {marks.marked.length === 0 ? t('compareHint') : t('marked', { count: marks.marked.length })}
          </span>
          <Button
            className="max-md:hidden"
            icon={<GitCompare />}
            disabled={marks.marked.length !== 2}
            onClick={compare}
          >
            {t('compareTwo')}
          </Button>
        </>
      }
      bar={
        <RunFilters
          search={search}
          onChange={onSearch}
          models={[
            ...new Set([...models.map(({ model }) => model), ...(runs ?? []).map(({ model }) => model)]),
          ]}
          promptTitle={runs?.[0]?.promptTitle ?? undefined}
        />
      }
    >
      {query.error && !runs ? (
        <ErrorState
          title={t('runsFailed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !runs ? (
        <SkeletonRows rows={12} />
      ) : runs.length === 0 ? (
        <NoRuns narrowed={isNarrowed(search)} onClear={() => onSearch({ all: search.all })} />
      ) : (
        <>
          <RunTotals runs={runs} complete={!query.hasNextPage} />
          <RunTable
            runs={runs}
            marks={marks}
            authors={search.all === true}
            onOpen={(runId) => void router.navigate({ to: '/runs/$runId', params: { runId } })}
            hasMore={query.hasNextPage}
            loadingMore={query.isFetchingNextPage}
            onMore={() => {
              if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
            }}
          />
        </>
      )}
    </Page>
  );
}

type Marks = ReturnType<typeof useMarks>;

/** At most two runs are marked; a third takes the place of the first. */
function useMarks(runs: readonly Run[] | undefined) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const marked = ids.filter((id) => runs?.some((run) => run.id === id));
  return {
    marked,
    isMarked: (id: string) => marked.includes(id),
    onMark: (id: string) =>
      setIds(marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id].slice(-2)),
  };
}

type RunTableProps = {
  runs: readonly Run[];
  marks: Marks;
  authors: boolean;
  onOpen: (runId: string) => void;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
};

function RunTable({ runs, marks, authors, onOpen, hasMore, loadingMore, onMore }: RunTableProps) {
  const { answer } = useLiveAnswers(runs);
  const rows = runs.map((run): RunRow => ({ run, answer: answer(run) ?? answerOfRun(run) }));
  return (
    <DataTable
      main
      label={t('runsList')}
      memory="runs"
      rows={rows}
      keyOf={({ run }) => run.id}
      columns={runColumns({ marking: marks, authors })}
      onOpen={({ run }) => onOpen(run.id)}
      onToggle={({ run }) => marks.onMark(run.id)}
      isSelected={({ run }) => marks.isMarked(run.id)}
      onEndNear={onMore}
      className="flex-1"
      footer={
        hasMore && (
          <div className="flex justify-center p-3">
            <Button size="small" kind="quiet" busy={loadingMore} onClick={onMore}>
              {loadingMore ? t('loadingMore') : t('loadMore')}
            </Button>
          </div>
        )
      }
    />
  );
}

function NoRuns({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (narrowed)
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('noneMatch')}
        hint={t('noneMatchHint')}
        action={<Button onClick={onClear}>{t('clearFilters')}</Button>}
      />
    );
  return (
    <EmptyState
      icon={<History />}
      title={t('none')}
      hint={t('noneHint')}
      action={
        <ButtonLink kind="primary" to="/prompts">
          {t('openPrompts')}
        </ButtonLink>
      }
    />
  );
}
