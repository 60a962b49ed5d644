import type { ReactNode } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { formatCost, formatPercent, formatReached } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { ItemShow, SuiteReport } from '../api/suites.ts';
import { t } from '../state/report-messages.ts';
import type { ReportSearch } from '../state/report-search.ts';
import { PassedBar } from './passed-bar.tsx';

type ReportSummaryProps = { report: SuiteReport; onSearch: (search: ReportSearch) => void };

/** The few numbers one looks for first. */
export function ReportSummary({ report, onSearch }: ReportSummaryProps) {
  const { passed, failed, errors, total, waiting, rate, interval, passRate, lanes, baselineId } = report;
  const sum = (key: 'broken' | 'fixed' | 'unsteady') =>
    lanes.reduce((all, lane) => all + (lane[key] ?? 0), 0);
  const link = (show: ItemShow, text: string, tone: string) => (
    <button
      type="button"
      onClick={() => onSearch({ show })}
      className={`rounded-xs underline-offset-2 hover:underline ${tone}`}
    >
      {text}
    </button>
  );
  const isCompared = lanes.some((lane) => lane.broken !== null);
  const [broken, fixed, unsteady] = [sum('broken'), sum('fixed'), sum('unsteady')];
  return (
    <section aria-label={t('summary')} className="shrink-0 border-b border-line px-4 py-4">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Fact name={t('rate')} value={formatReached(rate, rate === null || rate === 1 ? 0 : 1)}>
          {interval && (
            <span className="block">
              {t('interval', {
                low: formatPercent(interval.low, 1),
                high: formatPercent(interval.high, 1),
              })}
            </span>
          )}
          {t('needed', { rate: formatPercent(passRate) })}
        </Fact>
        <Fact name={t('progress')} value={t('ofTotal', { passed, total })}>
          <PassedBar {...{ passed, failed, errors, total }} />
          <span role="status" className="mt-1 block tabular">
            {t('done', { done: total - waiting, total })}
          </span>
        </Fact>
        <Fact
          name={t('regression')}
          value={
            !isCompared ? (
              '–'
            ) : (
              <span className="flex flex-wrap gap-x-3">
                {link('broken', t('broken', { count: broken }), broken > 0 ? 'text-bad' : 'text-ink-3')}
                {link('fixed', t('fixed', { count: fixed }), fixed > 0 ? 'text-ok' : 'text-ink-3')}
              </span>
            )
          }
        >
          {baselineId === null ? (
            t('noBaseline')
          ) : (
            <>
              {!isCompared && <span className="block">{t('noneCompared')}</span>}
              <PageLink to="/suites/runs/$suiteRunId" params={{ suiteRunId: baselineId }}>
                {t('openBaseline')}
              </PageLink>
            </>
          )}
          <CaseChanges added={report.added} removed={report.removed} />
          <span className="block">
            {unsteady > 0
              ? link('unsteady', t('unsteady', { count: unsteady }), 'text-warn')
              : t('unsteadyNone')}
          </span>
        </Fact>
        <Fact name={t('cost')} value={formatCost(report.microDollars / 1e6)}>
          {report.budgetMicroDollars !== null && (
            <span className="block">
              {t('ofBudget', { budget: formatCost(report.budgetMicroDollars / 1e6) })}
            </span>
          )}
          {report.reused > 0 && <span className="block">{t('reused', { count: report.reused })}</span>}
          <PageLink
            to="/suites/cases/$caseSetId"
            params={{ caseSetId: report.caseSetId }}
            search={{ version: report.caseSetVersion }}
          >
            {t('caseSet', { version: report.caseSetVersion })}
          </PageLink>
          <span className="block">
            {report.startedBy?.name} · <RelativeTime time={report.createdAt} />
          </span>
        </Fact>
      </dl>
    </section>
  );
}

/** Cases that came and went since the baseline; those that went by name, for nothing else here shows them. */
function CaseChanges({ added, removed }: Pick<SuiteReport, 'added' | 'removed'>) {
  return (
    <>
      {added !== null && added > 0 && <span className="block">{t('added', { count: added })}</span>}
      {removed !== null && removed.total > 0 && (
        <details>
          <summary className="w-fit cursor-pointer text-warn max-md:py-2">
            {t('removed', { count: removed.total })}
          </summary>
          <ul className="mt-1 max-h-40 overflow-auto">
            {removed.cases.map(({ caseId, caseName, passed }) => (
              <li key={caseId} className="wrap-anywhere">
                <span className="text-ink-2">{caseName}</span> · {t(passed ? 'wasPassed' : 'wasNotPassed')}
              </li>
            ))}
            {removed.total > removed.cases.length && (
              <li>{t('removedMore', { count: removed.total - removed.cases.length })}</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}

const Fact = ({ name, value, children }: { name: string; value: ReactNode; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-12 text-ink-3">{name}</dt>
    <dd>
      <div className="my-0.5 text-20 font-semibold tabular">{value}</div>
      <div className="text-12 text-ink-3">{children}</div>
    </dd>
  </div>
);
