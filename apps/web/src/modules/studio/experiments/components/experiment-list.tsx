import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '../../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type Experiment, experimentListQuery } from '../api/experiments.ts';
import { useExperimentsLive } from '../api/use-experiments-live.ts';
import { t } from '../messages.ts';
import { ExperimentState } from './experiment-state.tsx';

type ExperimentListProps = {
  /** Those of one prompt, in a part of a page. */
  promptId?: string;
  /** The button that makes one. */
  make: ReactNode;
};

/** Experiments, newest first. */
export function ExperimentList({ promptId, make }: ExperimentListProps) {
  const query = useInfiniteQuery(experimentListQuery(promptId));
  const router = useRouter();
  useExperimentsLive();
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const isPart = promptId !== undefined;
  if (query.error && !rows)
    return (
      <ErrorState
        title={t('failed')}
        reason={query.error.message}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  if (!rows) return <SkeletonRows rows={isPart ? 3 : 8} />;
  if (rows.length === 0)
    return (
      <EmptyState
        compact={isPart}
        icon={<FlaskConical />}
        title={t(isPart ? 'noneHere' : 'none')}
        hint={t('noneHint')}
        action={make}
      />
    );
  return (
    <>
      {isPart && <div className="flex justify-end px-4 pt-2">{make}</div>}
      <DataTable
        main={!isPart}
        label={t('list')}
        memory={isPart ? undefined : 'experiments'}
        rows={rows}
        keyOf={({ id }) => id}
        columns={isPart ? columns.filter(({ key }) => key !== 'prompt') : columns}
        onOpen={({ id }) =>
          void router.navigate({ to: '/suites/experiments/$experimentId', params: { experimentId: id } })
        }
        className="flex-1"
        footer={<LoadMore label={t('more')} query={query} />}
      />
    </>
  );
}

const columns: Column<Experiment>[] = [
  {
    key: 'name',
    title: t('columnName'),
    width: 'minmax(0,1.4fr)',
    phone: 'title',
    cell: ({ name }) => name,
  },
  {
    key: 'prompt',
    title: t('columnPrompt'),
    width: 'minmax(0,1.2fr)',
    cell: ({ promptTitle }) => <span className="text-ink-2">{promptTitle}</span>,
  },
  {
    key: 'label',
    title: t('columnLabel'),
    width: '140px',
    cell: ({ label }) => <Chip mono>{label}</Chip>,
  },
  {
    key: 'state',
    title: t('columnState'),
    width: '120px',
    cell: (one) => <ExperimentState {...one} />,
  },
  {
    key: 'started',
    title: t('columnStarted'),
    width: '110px',
    numeric: true,
    phone: 'end',
    cell: ({ startedAt }) => startedAt && <RelativeTime time={startedAt} className="text-ink-3" />,
  },
];
