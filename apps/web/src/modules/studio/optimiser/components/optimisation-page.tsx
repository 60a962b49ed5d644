import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleStop, Play } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { NameDialog } from '../../../../ui/name-dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { microDollarsOf } from '../../suites/index.ts';
import {
  adoptCandidate,
  optimisationQuery,
  optimisationsKey,
  type Report,
  resumeOptimisation,
  stopOptimisation,
  useOptimisationLive,
} from '../api/optimisations.ts';
import { t } from '../messages.ts';
import type { OptimisationSearch } from '../state/optimise-search.ts';
import { CandidatePanel } from './candidate-panel.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { OptimisationState } from './optimisation-state.tsx';
import { ParetoChart } from './pareto-chart.tsx';

type OptimisationPageProps = {
  optimisationId: string;
  search: OptimisationSearch;
  onSearch: (search: OptimisationSearch) => void;
};

/** An optimisation as it goes on, and what came of it. */
export function OptimisationPage({ optimisationId, ...page }: OptimisationPageProps) {
  const { data, error, refetch, isFetching } = useQuery(optimisationQuery(optimisationId));
  useOptimisationLive(optimisationId);
  if (data) return <WholeOptimisation report={data} {...page} />;
  return (
    <Page title={t('title')} crumbs={[{ label: t('suites'), to: '/suites' }]}>
      {error ? (
        <ErrorState
          title={t('oneFailed')}
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

type WholeProps = Omit<OptimisationPageProps, 'optimisationId'> & { report: Report };

function WholeOptimisation({ report, search, onSearch }: WholeProps) {
  const { id, status, reason, adopted, all } = report;
  const may = useMay();
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries({ queryKey: optimisationsKey });
  const [dialog, setDialog] = useState<'budget' | 'branch'>();
  const stop = useMutation({ mutationFn: () => stopOptimisation(id), onSettled: renew });
  const opened = all.find(({ number }) => number === search.candidate);
  const spent = formatCost(report.microDollars / 1e6);
  return (
    <Page
      title={report.promptTitle}
      crumbs={[
        { label: t('suites'), to: '/suites' },
        { label: t('title'), to: `/suites/optimise?prompt=${report.promptId}` },
      ]}
      layout="fill"
      facts={<OptimisationState status={status} />}
      actions={
        <>
          <ButtonLink
            to="/prompts/$promptId"
            params={{ promptId: report.promptId }}
            className="max-md:hidden"
          >
            {t('openPrompt')}
          </ButtonLink>
          {may('suite.run') && status === 'running' && (
            <Button icon={<CircleStop />} busy={stop.isPending} onClick={() => stop.mutate()}>
              {t('stop')}
            </Button>
          )}
          {may('suite.run') && (status === 'stopped' || status === 'failed') && (
            <Button kind="primary" icon={<Play />} onClick={() => setDialog('budget')}>
              {t('goOn')}
            </Button>
          )}
        </>
      }
      panel={
        opened && {
          title: t('number', { number: opened.number }),
          onClose: () => onSearch({}),
          content: (
            <CandidatePanel
              key={opened.id}
              candidate={opened}
              lanes={report.lanes}
              mayAdopt={may('review.create')}
              onAdopt={() => setDialog('branch')}
            />
          ),
        }
      }
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-4 *:shrink-0">
        {stop.error && <ProblemMessage>{stop.error.message}</ProblemMessage>}
        {reason !== null && status !== 'running' && (
          <ProblemMessage
            severity={status === 'failed' ? 'error' : status === 'stopped' ? 'warning' : 'info'}
          >
            {reason}
          </ProblemMessage>
        )}
        {adopted && (
          <ProblemMessage
            severity="info"
            action={
              <ButtonLink size="small" to="/reviews/$reviewId" params={{ reviewId: adopted.reviewId }}>
                {t('openReview')}
              </ButtonLink>
            }
          >
            {t('adopted', { number: adopted.candidate, branch: adopted.branch })}
          </ProblemMessage>
        )}
        <p role="status" className="flex flex-wrap gap-x-3 gap-y-1 text-ink-3 tabular">
          <span>{t('round', { round: report.round, rounds: report.rounds })}</span>
          <span>{t('split', report.cases)}</span>
          <span>
            {report.budgetMicroDollars === null
              ? spent
              : t('spent', { spent, budget: formatCost(report.budgetMicroDollars / 1e6) })}
          </span>
          {report.waiting > 0 && (
            <span>{t(status === 'running' ? 'waiting' : 'lacking', { count: report.waiting })}</span>
          )}
        </p>
        <p className="text-ink-2 wrap-anywhere">
          {report.evidence}{' '}
          {report.suiteId !== null && (
            <PageLink to="/suites/$suiteId" params={{ suiteId: report.suiteId }}>
              {t('openSuite')}
            </PageLink>
          )}
        </p>
        {all.length === 0 ? (
          status === 'running' && <SkeletonRows rows={4} />
        ) : (
          <>
            <ParetoChart candidates={all} />
            <CandidateTable candidates={all} onOpen={({ number }) => onSearch({ candidate: number })} />
          </>
        )}
        {report.critiques.length > 0 && (
          <section aria-label={t('critiques')} className="grid gap-2">
            <h2 className="font-semibold">{t('critiques')}</h2>
            {report.critiques.map(({ round, text, runId }) => (
              <div key={round} className="rounded-lg border border-line p-3">
                <PageLink to="/runs/$runId" params={{ runId }}>
                  {t('inRound', { round })}
                </PageLink>
                <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{text}</p>
              </div>
            ))}
          </section>
        )}
      </div>
      {dialog === 'budget' && (
        <NameDialog
          title={t('raise')}
          hint={t('raiseHint', { spent })}
          label={t('budget')}
          action={t('goOn')}
          first={String(((report.budgetMicroDollars ?? 1e6) * (report.end === 'budget' ? 2 : 1)) / 1e6)}
          maxLength={20}
          onClose={() => setDialog(undefined)}
          onSend={async (typed) => {
            const budget = microDollarsOf(typed);
            if (budget === undefined) throw new Error(t('notNumber', { from: '0.000001', to: '1,000,000' }));
            await resumeOptimisation(id, budget);
            await renew();
          }}
        />
      )}
      {dialog === 'branch' && opened && (
        <NameDialog
          title={t('adopt')}
          hint={t('adoptHint', { version: report.version })}
          label={t('branchName')}
          action={t('make')}
          first={`optimised-${opened.number}`}
          maxLength={100}
          onClose={() => setDialog(undefined)}
          onSend={async (branch) => {
            await adoptCandidate({ candidateId: opened.id, branch });
            await renew();
          }}
        />
      )}
    </Page>
  );
}
