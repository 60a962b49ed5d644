import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { GitCompare, History, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { usePageCommands } from '../../../../shell/page-commands.ts';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { DataTable, type Sort } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useModels } from '../../models/index.ts';
import { useLiveAnswers } from '../../runs/index.ts';
import { downloadRuns } from '../api/export-runs.ts';
import { type FoundRun, foundRunsQuery } from '../api/found-runs.ts';
import { shelfQuery } from '../api/shelf.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { isNarrowed, type RunSearch, toRunFilter, withoutFilters } from '../state/run-search.ts';
import { KeptSearches } from './kept-searches.tsx';
import { type RunRow, runColumns } from './run-columns.tsx';
import { RunFilters } from './run-filters.tsx';
import { RunTotals } from './run-totals.tsx';
import { SelectionBar, whyIncomparable } from './selection-bar.tsx';

type HistoryPageProps = {
  search: RunSearch;
  onSearch: (search: RunSearch) => void;
  /** The query of the address, as it would be kept. */
  address: string;
  /** Opens a kept query. */
  onAddress: (address: string) => void;
};

/** Every run one may see, newest first; those that go on show it. */
export function HistoryPage({ search, onSearch, address, onAddress }: HistoryPageProps) {
  const query = useInfiniteQuery(foundRunsQuery(toRunFilter(search)));
  const shelf = useQuery(shelfQuery).data;
  const runs = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const selection = useSelection(runs);
  const { models } = useModels();
  const router = useRouter();
  const { marked } = selection;
  const incomparable = whyIncomparable(marked);
  const compare = () => {
    if (incomparable) toast({ text: incomparable });
    else
      void router.navigate({
        to: '/runs/compare',
        search: { runs: marked.map(({ id }) => id).join(',') },
      });
  };
  // Also while nothing can be compared: the key must not do something else then.
  usePageCommands([
    { id: 'runs.compare', label: () => t('compare'), icon: GitCompare, keys: 'c', run: compare },
  ]);
  return (
    <Page
      title={frameText('title')}
      layout="fill"
      actions={
        <ButtonLink to="/runs/compare" size="small" className="max-md:hidden">
          {t('keptComparisons')}
        </ButtonLink>
      }
      bar={
        <RunFilters
          search={search}
          onChange={onSearch}
          shelf={shelf}
          models={[
            ...new Set([...models.map(({ model }) => model), ...(runs ?? []).map(({ model }) => model)]),
          ]}
          promptTitle={runs?.[0]?.promptTitle ?? undefined}
        >
          <KeptSearches
            shelf={shelf}
            address={address}
            onOpen={onAddress}
            onExport={(format) =>
              downloadRuns(toRunFilter(search), format).catch((error: Error) =>
                toast({ tone: 'bad', text: t('exportFailed', { reason: error.message }) }),
              )
            }
          />
        </RunFilters>
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
        <NoRuns
          narrowed={isNarrowed(search)}
          onClear={() => onSearch(withoutFilters(search))}
          onShowMade={search.origin === undefined ? () => onSearch({ ...search, origin: 'all' }) : undefined}
        />
      ) : (
        <>
          <RunTotals runs={runs} complete={!query.hasNextPage} />
          <RunTable
            runs={runs}
            selection={selection}
            authors={search.all === true || search.author !== undefined}
            sort={sortOf(search)}
            onSort={(sort) => onSearch({ ...search, sort: orderOf(sort) })}
            onOpen={(runId) => void router.navigate({ to: '/runs/$runId', params: { runId } })}
            hasMore={query.hasNextPage}
            loadingMore={query.isFetchingNextPage}
            onMore={() => {
              if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
            }}
          />
          {marked.length > 0 && (
            <SelectionBar runs={marked} shelf={shelf} onCompare={compare} onClear={selection.clear} />
          )}
        </>
      )}
    </Page>
  );
}

/** The column an order belongs to; only the start knows two ways. */
const sortOf = ({ sort = 'newest' }: RunSearch): Sort =>
  sort === 'oldest' ? { key: 'newest', descending: false } : { key: sort, descending: true };

function orderOf({ key, descending }: Sort): RunSearch['sort'] {
  if (key === 'dearest' || key === 'slowest') return key;
  return descending ? undefined : 'oldest';
}

type Selection = ReturnType<typeof useSelection>;

function useSelection(runs: readonly FoundRun[] | undefined) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const marked = useMemo(() => runs?.filter(({ id }) => ids.has(id)) ?? [], [runs, ids]);
  return {
    marked,
    isMarked: (id: string) => ids.has(id),
    onMark: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    clear: () => setIds(new Set()),
  };
}

type RunTableProps = {
  runs: readonly FoundRun[];
  selection: Selection;
  authors: boolean;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onOpen: (runId: string) => void;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
};

function RunTable(props: RunTableProps) {
  const { runs, selection, authors, sort, onSort, onOpen, hasMore, loadingMore, onMore } = props;
  const { answer } = useLiveAnswers(runs);
  const rows = runs.map((run): RunRow => ({ run, answer: answer(run) }));
  return (
    <DataTable
      main
      label={t('runsList')}
      memory="runs"
      rows={rows}
      keyOf={({ run }) => run.id}
      columns={runColumns({ marking: selection, authors, searched: runs.some(({ match }) => match) })}
      sort={sort}
      onSort={onSort}
      onOpen={({ run }) => onOpen(run.id)}
      onToggle={({ run }) => selection.onMark(run.id)}
      isSelected={({ run }) => selection.isMarked(run.id)}
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

type NoRunsProps = { narrowed: boolean; onClear: () => void; onShowMade: (() => void) | undefined };

function NoRuns({ narrowed, onClear, onShowMade }: NoRunsProps) {
  const made = onShowMade && <Button onClick={onShowMade}>{t('showMade')}</Button>;
  if (narrowed)
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('noneMatch')}
        hint={t('noneMatchHint')}
        action={
          <>
            {made}
            <Button onClick={onClear}>{t('clearFilters')}</Button>
          </>
        }
      />
    );
  return (
    <EmptyState
      icon={<History />}
      title={t('none')}
      hint={t('noneHint')}
      action={
        <>
          {made}
          <ButtonLink kind="primary" to="/prompts">
            {t('openPrompts')}
          </ButtonLink>
        </>
      }
    />
  );
}
