import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Chip } from '../../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type Suite, suiteListQuery } from '../api/suites.ts';
import { useSuitesLive } from '../api/use-suites-live.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { PassedBar } from './passed-bar.tsx';
import { RunOutcome } from './run-outcome.tsx';

/** All suites of prompts one sees, with how each ended last. */
export function SuitesPage() {
  const query = useInfiniteQuery(suiteListQuery);
  const router = useRouter();
  const may = useMay();
  useSuitesLive();
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const make = may('suite.write') && (
    <ButtonLink kind="primary" to="/suites/new">
      {t('create')}
    </ButtonLink>
  );
  return (
    <Page
      title={frameText('title')}
      layout="fill"
      actions={
        <>
          {may('experiment.read') && <ButtonLink to="/suites/experiments">{t('experiments')}</ButtonLink>}
          <ButtonLink to="/suites/cases">{t('cases')}</ButtonLink>
          {make}
        </>
      }
    >
      {query.error && !rows ? (
        <ErrorState
          title={t('failed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !rows ? (
        <SkeletonRows rows={8} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<ListChecks />} title={t('none')} hint={t('noneHint')} action={make} />
      ) : (
        <DataTable
          main
          label={t('list')}
          memory="suites"
          rows={rows}
          keyOf={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => void router.navigate({ to: '/suites/$suiteId', params: { suiteId: id } })}
          className="flex-1"
          footer={<LoadMore label={t('more')} query={query} />}
        />
      )}
    </Page>
  );
}

const columns: Column<Suite>[] = [
  { key: 'name', title: t('name'), width: 'minmax(0,1.4fr)', phone: 'title', cell: ({ name }) => name },
  {
    key: 'prompt',
    title: t('prompt'),
    width: 'minmax(0,1.2fr)',
    cell: ({ promptTitle }) => <span className="text-ink-2">{promptTitle}</span>,
  },
  {
    key: 'state',
    title: t('columnState'),
    width: '110px',
    cell: ({ lastRun }) => (lastRun ? <RunOutcome {...lastRun} /> : <Chip>{t('never')}</Chip>),
  },
  {
    key: 'passed',
    title: t('columnPassed'),
    width: '180px',
    cell: ({ lastRun }) =>
      lastRun && (
        <span className="flex items-center gap-2 tabular">
          <PassedBar {...lastRun} />
          <span className="shrink-0">{t('ofTotal', { passed: lastRun.passed, total: lastRun.total })}</span>
        </span>
      ),
  },
  {
    key: 'cost',
    title: t('columnCost'),
    width: '84px',
    numeric: true,
    phone: 'hidden',
    cell: ({ lastRun }) => lastRun && formatCost(lastRun.microDollars / 1e6),
  },
  {
    key: 'last',
    title: t('columnLast'),
    width: '96px',
    numeric: true,
    phone: 'end',
    cell: ({ lastRun }) => lastRun && <RelativeTime time={lastRun.createdAt} className="text-ink-3" />,
  },
];
