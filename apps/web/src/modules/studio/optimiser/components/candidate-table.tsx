import { Chip } from '../../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { formatCost, formatPercent, formatReached } from '../../../../ui/format.ts';
import type { Candidate } from '../api/optimisations.ts';
import { t } from '../messages.ts';

type CandidateTableProps = { candidates: readonly Candidate[]; onOpen: (candidate: Candidate) => void };

/** Each candidate with what it came to, on what its model saw and on what was kept from it. */
export function CandidateTable({ candidates, onOpen }: CandidateTableProps) {
  return (
    <DataTable
      label={t('candidates')}
      rows={candidates}
      keyOf={({ id }) => id}
      columns={columns}
      onOpen={onOpen}
    />
  );
}

function Score({ score }: { score: Candidate['seen'] }) {
  if (score.rate === null) return <span className="text-ink-3">{t('notMeasured')}</span>;
  return (
    <span
      className="tabular"
      title={
        score.interval
          ? t('between', {
              low: formatPercent(score.interval.low, 1),
              high: formatPercent(score.interval.high, 1),
            })
          : undefined
      }
    >
      {formatReached(score.rate)}{' '}
      <span className="text-ink-3">{t('ofCases', { passed: score.passed, cases: score.cases })}</span>
    </span>
  );
}

const columns: Column<Candidate>[] = [
  {
    key: 'candidate',
    title: t('columnCandidate'),
    width: 'minmax(0,2fr)',
    phone: 'title',
    cell: ({ number, idea, isBest, isOverfit, discarded }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="shrink-0 text-ink-3 tabular">{t('number', { number })}</span>
        <span className="truncate">{number === 0 ? t('original') : discarded ? discarded : idea}</span>
        {discarded && <Chip tone="bad">{t('discarded')}</Chip>}
        {isOverfit && <Chip tone="warn">{t('overfit')}</Chip>}
        {isBest && !isOverfit && <Chip tone="ok">{t('best')}</Chip>}
      </span>
    ),
  },
  {
    key: 'seen',
    title: t('columnSeen'),
    width: 'minmax(0,1fr)',
    cell: ({ seen }) => <Score score={seen} />,
  },
  {
    key: 'heldOut',
    title: t('columnHeldOut'),
    width: 'minmax(0,1fr)',
    cell: ({ heldOut }) => <Score score={heldOut} />,
  },
  {
    key: 'cost',
    title: t('columnCost'),
    width: '120px',
    numeric: true,
    cell: ({ seen }) => formatCost(seen.microDollars === null ? null : seen.microDollars / 1e6),
  },
];
