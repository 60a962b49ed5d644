import { useInfiniteQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Chip, ChipToggle } from '../../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { formatCost, formatDuration, formatPercent } from '../../../../ui/format.ts';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { WordsFilter } from '../../../../ui/words-filter.tsx';
import { itemsQuery, type SuiteItem, type SuiteReport } from '../api/suites.ts';
import { fullLaneName } from '../state/lane-name.ts';
import { t } from '../state/report-messages.ts';
import { type ReportSearch, shows } from '../state/report-search.ts';
import { ItemState } from './item-state.tsx';

const showTexts = {
  passed: 'showPassed',
  failed: 'showFailed',
  error: 'showError',
  broken: 'showBroken',
  fixed: 'showFixed',
  unsteady: 'showUnsteady',
  slowest: 'showSlowest',
} as const;

type ReportItemsProps = {
  report: SuiteReport;
  search: ReportSearch;
  onSearch: (search: ReportSearch) => void;
};

/** Every case on every lane, narrowed as the address says. */
export function ReportItems({ report, search, onSearch }: ReportItemsProps) {
  const { item: _open, ...filter } = search;
  const query = useInfiniteQuery(itemsQuery(report.id, filter));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const isNarrowed = Object.keys(filter).length > 0;
  const set = (part: ReportSearch) => onSearch({ ...search, item: undefined, ...part });
  const clear = () => onSearch({});
  return (
    <>
      <div className="shrink-0 border-b border-line px-4 py-1.5">
        <FilterBar
          label={t('filters')}
          clear={isNarrowed ? { label: t('clear'), onClear: clear } : undefined}
        >
          <WordsFilter
            key={search.q ?? ''}
            label={t('find')}
            initial={search.q ?? ''}
            onChange={(q) => set({ q: q || undefined })}
          />
          {report.lanes.length > 1 && (
            <Select
              label={t('lane')}
              hideLabel
              className="w-48 max-md:w-full"
              value={search.lane === undefined ? '' : String(search.lane)}
              placeholder={t('allLanes')}
              options={report.lanes.map((lane) => ({
                value: String(lane.index),
                label: fullLaneName(lane, report.lanes),
              }))}
              onChange={(event) =>
                set({ lane: event.target.value === '' ? undefined : Number(event.target.value) })
              }
            />
          )}
          <div className="flex flex-wrap gap-1.5">
            {shows
              .filter((show) => report.baselineId !== null || (show !== 'broken' && show !== 'fixed'))
              .map((show) => (
                <ChipToggle
                  key={show}
                  pressed={search.show === show}
                  onPress={() => set({ show: search.show === show ? undefined : show })}
                >
                  {t(showTexts[show])}
                </ChipToggle>
              ))}
          </div>
        </FilterBar>
      </div>
      {query.error && !rows ? (
        <ErrorState
          title={t('itemsFailed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
        />
      ) : !rows ? (
        <SkeletonRows rows={8} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<ListFilter />}
          title={t('noItems')}
          hint={t('noItemsHint')}
          action={isNarrowed && <Button onClick={clear}>{t('clear')}</Button>}
        />
      ) : (
        <DataTable
          main
          label={t('items')}
          rows={rows}
          keyOf={({ position }) => String(position)}
          columns={columnsOf(report)}
          isSelected={({ position }) => position === search.item}
          onOpen={({ position }) => onSearch({ ...search, item: position })}
          className="min-h-60 flex-1"
          footer={<LoadMore label={t('more')} query={query} />}
        />
      )}
    </>
  );
}

/** Why it did not pass, in one line. */
export const whyOf = ({ reason, results }: SuiteItem): string =>
  reason ??
  results
    .filter(({ status }) => status !== 'passed')
    .map((result) => result.reason)
    .join(' · ');

/** A case that asks for nothing passes with any answer, which is not to be taken for a good one. */
const asksNothing = ({ status, results }: SuiteItem) => status === 'passed' && results.length === 0;

const columnsOf = ({ lanes }: SuiteReport): Column<SuiteItem>[] => [
  {
    key: 'case',
    title: t('columnCase'),
    width: 'minmax(0,1.2fr)',
    phone: 'title',
    cell: ({ caseName, repetition, required }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate">{caseName}</span>
        {repetition > 0 && (
          <span className="shrink-0 text-12 text-ink-3">{t('repetition', { number: repetition + 1 })}</span>
        )}
        {required && <Chip className="max-md:hidden">{t('requiredChip')}</Chip>}
      </span>
    ),
  },
  { key: 'state', title: t('columnState'), width: '150px', cell: (item) => <ItemState {...item} /> },
  ...(lanes.length > 1
    ? [
        {
          key: 'lane',
          title: t('columnLane'),
          width: 'minmax(0,0.7fr)',
          cell: ({ lane }: SuiteItem) => (
            <span className="font-mono text-12">{lanes[lane] && fullLaneName(lanes[lane], lanes)}</span>
          ),
        },
      ]
    : []),
  {
    key: 'why',
    title: t('columnWhy'),
    width: 'minmax(0,2fr)',
    phone: 'hidden',
    cell: (item) => (
      <span className={item.status === 'passed' ? 'text-ink-3' : 'text-ink-2'}>
        {asksNothing(item) ? t('noAssertions') : whyOf(item) || item.excerpt}
      </span>
    ),
  },
  {
    key: 'score',
    title: t('columnScore'),
    width: '64px',
    numeric: true,
    phone: 'hidden',
    cell: ({ score }) => formatPercent(score),
  },
  {
    key: 'time',
    title: t('columnTime'),
    width: '72px',
    numeric: true,
    cell: ({ latencyMs }) => formatDuration(latencyMs),
  },
  {
    key: 'cost',
    title: t('columnCost'),
    width: '76px',
    numeric: true,
    phone: 'hidden',
    cell: ({ microDollars }) => formatCost(microDollars === null ? null : microDollars / 1e6),
  },
];
