import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { History, ListChecks, Play, Settings2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { usePageCommands } from '../../../../shell/page-commands.ts';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  deleteSuite,
  type Suite,
  type SuiteRun,
  startSuite,
  suiteQuery,
  suiteRunsQuery,
  suitesKey,
  updateSuite,
} from '../api/suites.ts';
import { useSuitesLive } from '../api/use-suites-live.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { bodyOf, draftOf } from '../state/suite-draft.ts';
import { PassedBar } from './passed-bar.tsx';
import { RunOutcome } from './run-outcome.tsx';
import { SuiteForm } from './suite-form.tsx';

const crumbs = [{ label: frameText('title'), to: '/suites' }];

type SuitePageProps = { suiteId: string; settings: boolean; onSettings: (open: boolean) => void };

/** One suite: what it runs, and its runs, newest first. */
export function SuitePage({ suiteId, ...page }: SuitePageProps) {
  const { data: suite, error, refetch, isFetching } = useQuery(suiteQuery(suiteId));
  useSuitesLive();
  if (suite) return <WholeSuite suite={suite} {...page} />;
  return (
    <Page title={frameText('title')} crumbs={crumbs}>
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

type WholeSuiteProps = Omit<SuitePageProps, 'suiteId'> & { suite: Suite };

function WholeSuite({ suite, settings, onSettings }: WholeSuiteProps) {
  const may = useMay();
  const queries = useQueryClient();
  const router = useRouter();
  const [baseline, setBaseline] = useState('');
  const [deleting, setDeleting] = useState(false);
  const runs = useInfiniteQuery(suiteRunsQuery(suite.id));
  const rows = runs.data?.pages.flatMap(({ items }) => items);
  const refresh = () => queries.invalidateQueries({ queryKey: suitesKey });
  const openRun = (suiteRunId: string) =>
    router.navigate({ to: '/suites/runs/$suiteRunId', params: { suiteRunId } });
  const start = useMutation({
    mutationFn: () => startSuite({ suiteId: suite.id, ...(baseline && { baselineId: baseline }) }),
    onSuccess: async ({ id }) => {
      void refresh();
      await openRun(id);
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteSuite(suite),
    onSuccess: async () => {
      toast({ text: t('suiteDeleted') });
      void refresh();
      await router.navigate({ to: '/suites' });
    },
  });
  const run = () => {
    if (!start.isPending) start.mutate();
  };
  usePageCommands(
    may('suite.run') ? [{ id: 'suite.run', label: () => t('run'), icon: Play, keys: 'mod+enter', run }] : [],
  );
  const finished = (rows ?? []).filter(({ status }) => status === 'finished');
  return (
    <Page
      title={suite.name}
      crumbs={crumbs}
      layout="fill"
      facts={
        <PageLink to="/prompts/$promptId" params={{ promptId: suite.promptId }} className="truncate">
          {suite.promptTitle}
        </PageLink>
      }
      actions={
        <>
          <ButtonLink
            to="/suites/cases/$caseSetId"
            params={{ caseSetId: suite.caseSetId }}
            className="max-md:hidden"
          >
            {t('editCases')}
          </ButtonLink>
          {may('suite.run') && (
            <ButtonLink
              to="/suites/optimise"
              search={{ prompt: suite.promptId, suite: suite.id }}
              className="max-md:hidden"
            >
              {t('optimise')}
            </ButtonLink>
          )}
          <IconButton
            label={t('settings')}
            icon={<Settings2 />}
            pressed={settings}
            onClick={() => onSettings(!settings)}
          />
          {may('suite.write') && (
            <IconButton label={t('deleteSuite')} icon={<Trash2 />} onClick={() => setDeleting(true)} />
          )}
          {may('suite.run') && (
            <Button kind="primary" icon={<Play />} busy={start.isPending} onClick={run}>
              {t('run')}
            </Button>
          )}
        </>
      }
      bar={
        finished.length > 0 && (
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-ink-3">{t('compareWith')}</span>
            <Select
              label={t('compareWith')}
              hideLabel
              className="w-64 max-w-full"
              value={baseline}
              placeholder={t('newestFinished')}
              options={finished.map(({ id, passed, total, createdAt }) => ({
                value: id,
                label: `${new Date(createdAt).toLocaleString()} · ${t('ofTotal', { passed, total })}`,
              }))}
              onChange={(event) => setBaseline(event.target.value)}
            />
            <ButtonLink
              size="small"
              kind="quiet"
              to="/suites/cases/$caseSetId"
              params={{ caseSetId: suite.caseSetId }}
              className="md:hidden"
            >
              <ListChecks aria-hidden="true" />
              {t('editCases')}
            </ButtonLink>
          </div>
        )
      }
      panel={
        settings
          ? {
              title: t('settings'),
              onClose: () => onSettings(false),
              content: (
                <div className="p-4">
                  <SuiteForm
                    key={suite.revision}
                    promptId={suite.promptId}
                    first={draftOf(suite)}
                    action={t('save')}
                    onSend={async (draft) => {
                      await updateSuite(suite, bodyOf(draft));
                      await refresh();
                      toast({ text: t('saved'), tone: 'ok' });
                    }}
                  />
                </div>
              ),
            }
          : undefined
      }
    >
      {(start.error || remove.error) && (
        <ProblemMessage
          className="m-4"
          action={
            <ButtonLink size="small" to="/suites/cases/$caseSetId" params={{ caseSetId: suite.caseSetId }}>
              {t('editCases')}
            </ButtonLink>
          }
        >
          {start.error?.message ?? remove.error?.message}
        </ProblemMessage>
      )}
      {runs.error && !rows ? (
        <ErrorState title={t('failed')} reason={runs.error.message} onRetry={() => void runs.refetch()} />
      ) : !rows ? (
        <SkeletonRows rows={6} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<History />}
          title={t('noRuns')}
          hint={t('noRunsHint')}
          action={
            <ButtonLink to="/suites/cases/$caseSetId" params={{ caseSetId: suite.caseSetId }}>
              {t('editCases')}
            </ButtonLink>
          }
        />
      ) : (
        <DataTable
          main
          label={t('runs')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => void openRun(id)}
          className="flex-1"
          footer={<LoadMore label={t('more')} query={runs} />}
        />
      )}
      {deleting && (
        <ConfirmDialog
          open
          title={t('deleteSuite')}
          description={t('deleteSuiteHint')}
          action={t('deleteSuite')}
          name={suite.name}
          busy={remove.isPending}
          onClose={() => setDeleting(false)}
          onConfirm={() => remove.mutate()}
        />
      )}
    </Page>
  );
}

const columns: Column<SuiteRun>[] = [
  {
    key: 'state',
    title: t('columnState'),
    width: '120px',
    phone: 'title',
    cell: (run) => <RunOutcome {...run} />,
  },
  {
    key: 'passed',
    title: t('columnPassed'),
    width: 'minmax(0,1fr)',
    cell: (run) => (
      <span className="flex max-w-80 items-center gap-2 tabular">
        <PassedBar {...run} />
        <span className="shrink-0">{t('ofTotal', run)}</span>
      </span>
    ),
  },
  {
    key: 'why',
    title: t('columnWhy'),
    width: 'minmax(0,1.4fr)',
    phone: 'hidden',
    cell: ({ reason }) => <span className="text-ink-2">{reason}</span>,
  },
  {
    key: 'cost',
    title: t('columnCost'),
    width: '84px',
    numeric: true,
    cell: ({ microDollars }) => formatCost(microDollars / 1e6),
  },
  {
    key: 'by',
    title: t('columnBy'),
    width: '110px',
    phone: 'hidden',
    cell: ({ startedBy }) => <span className="text-ink-2">{startedBy?.name}</span>,
  },
  {
    key: 'time',
    title: t('columnTime'),
    width: '96px',
    numeric: true,
    phone: 'end',
    cell: ({ createdAt }) => <RelativeTime time={createdAt} className="text-ink-3" />,
  },
];
