import { useMemo } from 'react';
import { formatCost, formatDuration, formatNumber } from '../../../../ui/format.ts';
import { Sparkline } from '../../../../ui/sparkline.tsx';
import type { Run } from '../../runs/index.ts';
import { t } from '../messages.ts';
import { totalsOf } from '../state/run-totals.ts';

type RunTotalsProps = { runs: readonly Run[]; complete: boolean };

/** What the runs of the list come to. */
export function RunTotals({ runs, complete }: RunTotalsProps) {
  const totals = useMemo(() => totalsOf(runs), [runs]);
  const facts = [
    { name: t('totalRuns'), value: `${formatNumber(totals.runs)}${complete ? '' : '+'}` },
    { name: t('failures'), value: formatNumber(totals.failed), bad: totals.failed > 0 },
    { name: t('totalTokens'), value: formatNumber(totals.tokens) },
    { name: t('medianFirst'), value: formatDuration(totals.medianFirstMs) },
    { name: t('totalCost'), value: formatCost(totals.cost) },
  ];
  const label = t('perRunChart', { count: totals.costs.length, cost: formatCost(totals.cost) });
  return (
    <dl className="flex flex-wrap items-center gap-x-8 gap-y-1 border-b border-line px-4 py-2 tabular max-md:gap-x-5">
      {facts.map(({ name, value, bad }) => (
        <div key={name}>
          <dt className="text-12 text-ink-3">{name}</dt>
          <dd className={bad ? 'font-medium text-bad' : 'font-medium'}>{value}</dd>
        </div>
      ))}
      {totals.cost !== null && totals.cost > 0 && (
        <div className="max-md:hidden">
          <dt className="sr-only">{t('totalCost')}</dt>
          <dd title={label}>
            <Sparkline kind="bars" label={label} values={totals.costs} width={180} height={28} />
          </dd>
        </div>
      )}
    </dl>
  );
}
