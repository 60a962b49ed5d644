import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Settings2 } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Chip } from '../../../../ui/chip.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  type Experiment,
  experimentQuery,
  experimentsKey,
  reportQuery,
  updateExperiment,
} from '../api/experiments.ts';
import { useReportLive } from '../api/use-experiments-live.ts';
import { t } from '../messages.ts';
import { bodyOf, draftOf } from '../state/experiment-draft.ts';
import type { ExperimentSearch } from '../state/experiment-search.ts';
import { frameText } from '../state/frame-text.ts';
import { t as r } from '../state/report-messages.ts';
import { ExperimentActions, useSteps } from './experiment-actions.tsx';
import { ExperimentForm } from './experiment-form.tsx';
import { ExperimentState } from './experiment-state.tsx';
import { ReportBody } from './report-body.tsx';

const crumbs = () => [
  { label: frameText('suites'), to: '/suites' },
  { label: frameText('title'), to: '/suites/experiments' },
];

type ExperimentPageProps = {
  experimentId: string;
  search: ExperimentSearch;
  onSearch: (search: ExperimentSearch) => void;
};

/** One experiment: its plan, and its report, which fills in every tab that shows it. */
export function ExperimentPage({ experimentId, ...page }: ExperimentPageProps) {
  const { data, error, refetch, isFetching } = useQuery(experimentQuery(experimentId));
  useReportLive(experimentId);
  if (data) return <WholeExperiment experiment={data} {...page} />;
  return (
    <Page title={frameText('title')} crumbs={crumbs()}>
      {error ? (
        <ErrorState
          title={t('oneFailed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={8} />
      )}
    </Page>
  );
}

type WholeProps = Omit<ExperimentPageProps, 'experimentId'> & { experiment: Experiment };

function WholeExperiment({ experiment, search, onSearch }: WholeProps) {
  const queries = useQueryClient();
  const report = useQuery(reportQuery(experiment.id));
  const steps = useSteps(experiment);
  const may = useMay();
  const { name, promptId, promptTitle, label, status, approvals, approvalsNeeded } = experiment;
  const isPlanned = status === 'draft';
  const waits = isPlanned && approvalsNeeded > 0;
  return (
    <Page
      title={name}
      crumbs={crumbs()}
      layout="fill"
      facts={
        <>
          <ExperimentState {...experiment} />
          <Chip mono className="max-md:hidden">
            {label}
          </Chip>
          <PageLink to="/prompts/$promptId" params={{ promptId }} className="truncate max-md:hidden">
            {promptTitle}
          </PageLink>
        </>
      }
      actions={
        <>
          {isPlanned && (
            <IconButton
              label={t('plan')}
              icon={<Settings2 />}
              pressed={search.plan === true}
              onClick={() => onSearch(search.plan ? {} : { plan: true })}
            />
          )}
          {!isPlanned && (
            <ButtonLink
              to="/runs"
              kind="quiet"
              className="max-md:hidden"
              search={{ experiment: experiment.id, ...(may('run.read-any') && { all: true }) }}
            >
              {t('runs')}
            </ButtonLink>
          )}
          <ExperimentActions experiment={experiment} steps={steps} />
        </>
      }
      panel={
        isPlanned && search.plan
          ? {
              title: t('plan'),
              onClose: () => onSearch({}),
              content: (
                <div className="p-4">
                  <ExperimentForm
                    key={experiment.revision}
                    promptId={promptId}
                    first={draftOf(experiment)}
                    action={t('save')}
                    keepsLabel
                    onSend={async (draft) => {
                      await updateExperiment(experiment, bodyOf(draft));
                      await queries.invalidateQueries({ queryKey: experimentsKey });
                      toast({ text: t('saved'), tone: 'ok' });
                    }}
                  />
                </div>
              ),
            }
          : undefined
      }
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="mx-auto w-full max-w-240 px-4">
          {steps.problem && <ProblemMessage className="mt-4">{steps.problem}</ProblemMessage>}
          {waits && (
            <ProblemMessage severity="info" className="mt-4">
              {t('approvalsHint', { label, needed: approvalsNeeded })}{' '}
              {t('approvals', { given: approvals.length, needed: approvalsNeeded })}
              {approvals.length > 0 && `: ${approvals.map((one) => one.name).join(', ')}`}
            </ProblemMessage>
          )}
        </div>
        {report.data ? (
          <ReportBody experiment={experiment} report={report.data} />
        ) : report.error ? (
          <ErrorState
            title={r('failed')}
            reason={report.error.message}
            onRetry={() => void report.refetch()}
            retrying={report.isFetching}
          />
        ) : (
          <SkeletonRows rows={6} />
        )}
      </div>
    </Page>
  );
}
