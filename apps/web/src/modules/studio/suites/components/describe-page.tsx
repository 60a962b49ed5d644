import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { PageLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { isOver, useStopRun } from '../../runs/index.ts';
import { describedQuery, describePrompt } from '../api/described.ts';
import type { DescribeSearch } from '../state/describe-search.ts';
import { askedFor, keepAsked } from '../state/described-kept.ts';
import { t } from '../state/described-messages.ts';
import { AskAgain } from './ask-again.tsx';
import { DescribeForm } from './describe-form.tsx';
import { DescribedDraft, type GivenDraft } from './described-draft.tsx';

type DescribePageProps = {
  search: DescribeSearch;
  onSearch: (search: DescribeSearch, replace?: boolean) => void;
};

const crumbs = () => [{ label: t('prompts'), to: '/prompts' }];

/** A prompt from a description: asked for, looked at and edited, and only then created. */
export function DescribePage({ search, onSearch }: DescribePageProps) {
  const may = useMay();
  if (!may('prompt.create') || !may('run.create'))
    return (
      <Page title={t('title')} crumbs={crumbs()} layout="prose">
        <ProblemMessage severity="info">{t('notAllowed')}</ProblemMessage>
      </Page>
    );
  return search.run === undefined ? (
    <Page title={t('title')} crumbs={crumbs()} layout="prose">
      <DescribeForm onAsked={(run) => onSearch({ run })} />
    </Page>
  ) : (
    <Described key={search.run} runId={search.run} before={search.before} onSearch={onSearch} />
  );
}

type DescribedProps = { runId: string; before: string | undefined; onSearch: DescribePageProps['onSearch'] };

function Described({ runId, before, onSearch }: DescribedProps) {
  const query = useQuery(describedQuery(runId));
  const first = useQuery(describedQuery(before ?? ''));
  const stop = useStopRun();
  const [problem, setProblem] = useState<string>();
  const described = query.data;
  const isGoing = described !== undefined && !isOver(described.status);
  const again = async (remark: string, repairs: boolean) => {
    const asked = askedFor(runId);
    if (!asked) return;
    try {
      const next = await describePrompt({ ...asked, previous: { runId, remark } });
      keepAsked(next.runId, asked);
      // Back must not lead to an answer that would be put right, and paid for, once more.
      onSearch({ run: next.runId, ...(repairs && { before: runId }) }, repairs);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  // A whole answer with faults is put right once, without being asked for.
  const repairs =
    described?.status === 'finished' &&
    described.draft === null &&
    before === undefined &&
    problem === undefined &&
    askedFor(runId) !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the answer turns out to have faults
  useEffect(() => {
    if (repairs) void again('', true);
  }, [repairs]);
  const costs = [first.data?.microDollars, described?.microDollars].filter((one) => one !== undefined);
  const cost = costs.includes(null) ? null : costs.reduce<number>((sum, one) => sum + (one ?? 0), 0) / 1e6;
  return (
    <Page
      title={t('title')}
      crumbs={crumbs()}
      layout="prose"
      actions={
        isGoing ? (
          <Button busy={stop.isPending} onClick={() => stop.mutate(runId)}>
            {t('stop')}
          </Button>
        ) : (
          <Button onClick={() => onSearch({})}>{t('startOver')}</Button>
        )
      }
    >
      {query.error && !described ? (
        <ErrorState title={t('failed')} reason={query.error.message} onRetry={() => void query.refetch()} />
      ) : !described ? (
        <SkeletonRows rows={6} />
      ) : (
        <div className="grid min-w-0 gap-4">
          <p role="status" className="flex flex-wrap gap-x-2 text-ink-3 tabular">
            {isGoing && <span>{t(before ? 'repairing' : 'asking')}</span>}
            {repairs && <span>{t('repairing')}</span>}
            {!isGoing && !repairs && before && <span>{t('repaired')}</span>}
            {!isGoing && <span>{t('cost', { cost: formatCost(cost) })}</span>}
            <PageLink to="/runs/$runId" params={{ runId }}>
              {t('openRun')}
            </PageLink>
          </p>
          {problem && <ProblemMessage>{problem}</ProblemMessage>}
          {isGoing && <Raw text={described.answer} />}
          {isGoing && <SkeletonRows rows={3} />}
          {!isGoing && !repairs && described.draft === null && (
            <>
              <ProblemMessage severity="warning">
                <p className="font-medium">{t('noDraft')}</p>
                <ul>
                  {described.faults.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </ProblemMessage>
              <details className="min-w-0">
                <summary className="cursor-pointer text-ink-2">{t('rawAnswer')}</summary>
                <Raw text={described.answer || t('noAnswer')} />
              </details>
            </>
          )}
          {described.draft && (
            <DescribedDraft
              runId={runId}
              draft={described.draft as GivenDraft}
              problems={described.problems}
            />
          )}
          {!isGoing && !repairs && askedFor(runId) && <AskAgain onAsk={(remark) => again(remark, false)} />}
        </div>
      )}
    </Page>
  );
}

const longestRaw = 20_000;

const Raw = ({ text }: { text: string }) =>
  text === '' ? null : (
    <pre className="mt-2 max-h-80 overflow-auto rounded-lg border border-line bg-panel p-3 font-mono text-12 whitespace-pre-wrap wrap-anywhere text-ink-2">
      {text.slice(-longestRaw)}
    </pre>
  );
