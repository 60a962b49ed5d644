import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleStop, Download, Play } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { Menu } from '../../../../ui/menu.tsx';
import { NameDialog } from '../../../../ui/name-dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { saveText } from '../../../../ui/save-text.ts';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  budgetSuiteRun,
  exportSuiteRun,
  reportQuery,
  resumeSuiteRun,
  type SuiteReport,
  stopSuiteRun,
  suitesKey,
} from '../api/suites.ts';
import { useReportLive } from '../api/use-suites-live.ts';
import { t as suites } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { t } from '../state/report-messages.ts';
import type { ReportSearch } from '../state/report-search.ts';
import { microDollarsOf } from '../state/suite-draft.ts';
import { ItemPanel } from './item-panel.tsx';
import { LaneTable } from './lane-table.tsx';
import { ReportItems } from './report-items.tsx';
import { ReportSummary } from './report-summary.tsx';
import { RunOutcome } from './run-outcome.tsx';

type ReportPageProps = {
  suiteRunId: string;
  search: ReportSearch;
  onSearch: (search: ReportSearch) => void;
};

/** What came of a run of a suite, also while it goes on. */
export function ReportPage({ suiteRunId, ...page }: ReportPageProps) {
  const { data, error, refetch, isFetching } = useQuery(reportQuery(suiteRunId));
  useReportLive(suiteRunId);
  if (data) return <WholeReport report={data} {...page} />;
  return (
    <Page title={t('title')} crumbs={[{ label: frameText('title'), to: '/suites' }]}>
      {error ? (
        <ErrorState
          title={t('failed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Page>
  );
}

type WholeReportProps = Omit<ReportPageProps, 'suiteRunId'> & { report: SuiteReport };

function WholeReport({ report, search, onSearch }: WholeReportProps) {
  const { id, suiteId, suiteName, status, reason, waitsFor } = report;
  const mayRun = useMay()('suite.run');
  const [raising, setRaising] = useState(false);
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: suitesKey });
  const stop = useMutation({ mutationFn: () => stopSuiteRun(id), onSettled });
  const resume = useMutation({ mutationFn: () => resumeSuiteRun(id), onSettled });
  const trouble = stop.error ?? resume.error;
  const download = (format: 'junit' | 'json') =>
    exportSuiteRun(id, format).then(
      ({ fileName, text }) =>
        saveText(fileName, format === 'junit' ? 'application/xml' : 'application/json', text),
      (error: Error) => toast({ tone: 'bad', text: t('exportFailed', { reason: error.message }) }),
    );
  return (
    <Page
      title={t('title')}
      crumbs={[
        { label: frameText('title'), to: '/suites' },
        { label: suiteName, to: `/suites/${suiteId}` },
      ]}
      layout="fill"
      facts={<RunOutcome {...report} />}
      actions={
        <>
          <ButtonLink to="/suites/$suiteId" params={{ suiteId }} className="md:hidden">
            {suiteName.slice(0, 20)}
          </ButtonLink>
          <Menu
            label={t('export')}
            align="end"
            trigger={(props) => (
              <Button {...props} icon={<Download />}>
                {t('export')}
              </Button>
            )}
            items={[
              { label: t('junit'), onSelect: () => void download('junit') },
              { label: t('json'), onSelect: () => void download('json') },
            ]}
          />
          {mayRun && status === 'running' && (
            <Button icon={<CircleStop />} busy={stop.isPending} onClick={() => stop.mutate()}>
              {suites('stop')}
            </Button>
          )}
          {mayRun && (status === 'stopped' || status === 'failed') && !report.isSpent && (
            <Button
              kind="primary"
              icon={<Play />}
              title={suites('resumeHint')}
              busy={resume.isPending}
              onClick={() => resume.mutate()}
            >
              {suites('resume')}
            </Button>
          )}
        </>
      }
      panel={
        search.item === undefined
          ? undefined
          : {
              title: t('columnCase'),
              onClose: () => onSearch({ ...search, item: undefined }),
              content: <ItemPanel key={search.item} report={report} position={search.item} />,
            }
      }
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-auto">
        {trouble && <ProblemMessage className="m-4 mb-0">{trouble.message}</ProblemMessage>}
        {reason !== null && status !== 'running' && (
          <ProblemMessage
            severity={status === 'stopped' ? 'warning' : 'error'}
            className="m-4 mb-0"
            action={
              report.isSpent &&
              mayRun && (
                <Button size="small" onClick={() => setRaising(true)}>
                  {suites('raiseBudget')}
                </Button>
              )
            }
          >
            {reason}
          </ProblemMessage>
        )}
        {waitsFor.map(({ connectionId, connectionName }) => (
          <ProblemMessage
            key={connectionId}
            severity="warning"
            className="m-4 mb-0"
            action={
              <ButtonLink size="small" to="/settings/models">
                {t('openConnections')}
              </ButtonLink>
            }
          >
            {connectionName === null ? t('waitsForJudge') : t('waitsFor', { name: connectionName })}
          </ProblemMessage>
        ))}
        <ReportSummary report={report} onSearch={onSearch} />
        <LaneTable report={report} />
        <ReportItems report={report} search={search} onSearch={onSearch} />
      </div>
      {raising && (
        <NameDialog
          title={suites('raiseBudget')}
          hint={suites('raiseHint', { spent: formatCost(report.microDollars / 1e6) })}
          label={suites('newBudget')}
          action={suites('goOn')}
          first={String(((report.budgetMicroDollars ?? 0) * 2) / 1e6)}
          maxLength={20}
          onClose={() => setRaising(false)}
          onSend={async (typed) => {
            const budget = microDollarsOf(typed);
            if (budget === undefined)
              throw new Error(suites('notNumber', { from: '0.000001', to: '1,000,000' }));
            await budgetSuiteRun(id, budget);
            await onSettled();
          }}
        />
      )}
    </Page>
  );
}
