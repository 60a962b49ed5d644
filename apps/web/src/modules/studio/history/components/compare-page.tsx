import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { GitCompare } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { MarkdownView } from '../../../../ui/markdown-view.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { AnswerColumn, isOver, type RunDetail, runQuery, useLiveAnswers } from '../../runs/index.ts';
import { type JudgementDetail, judgementQuery, judgementsQuery } from '../api/judgements.ts';
import { t } from '../messages.ts';
import type { CompareSearch } from '../state/compare-search.ts';
import { frameText } from '../state/frame-text.ts';
import { type Compared, CompareTable } from './compare-table.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

type ComparePageProps = { search: CompareSearch; onSearch: (search: CompareSearch) => void };

const crumbs = [{ label: frameText('title'), to: '/runs' }];

/** Two to six runs side by side: answers, word for word against one of them, numbers, and what one thinks of them. */
export function ComparePage({ search, onSearch }: ComparePageProps) {
  if (search.judgement) return <Kept id={search.judgement} search={search} onSearch={onSearch} />;
  const ids = search.runs?.split(',') ?? [];
  if (ids.length >= 2) return <Chosen ids={ids} search={search} onSearch={onSearch} />;
  return (
    <Page title={t('compareTitle')} crumbs={crumbs}>
      <KeptList />
    </Page>
  );
}

function Kept({ id, ...page }: ComparePageProps & { id: string }) {
  const { data, error, refetch } = useQuery(judgementQuery(id));
  if (!data) return <Waiting error={error} onRetry={() => void refetch()} />;
  return <Side {...page} runs={data.runs} judgement={data} />;
}

function Chosen({ ids, ...page }: ComparePageProps & { ids: readonly string[] }) {
  const queries = useQueries({ queries: ids.map((id) => runQuery(id)) });
  const failed = queries.find(({ error, data }) => error && !data);
  const runs = queries.flatMap(({ data }) => (data ? [data] : []));
  if (failed || runs.length < ids.length)
    return <Waiting error={failed?.error ?? null} onRetry={() => void failed?.refetch()} />;
  return <Side {...page} runs={runs} judgement={undefined} />;
}

const Waiting = ({ error, onRetry }: { error: Error | null; onRetry: () => void }) => (
  <Page title={t('compareTitle')} crumbs={crumbs}>
    {error ? (
      <ErrorState title={t('compareFailed')} reason={error.message} onRetry={onRetry} />
    ) : (
      <SkeletonRows rows={10} />
    )}
  </Page>
);

type SideProps = ComparePageProps & { runs: readonly RunDetail[]; judgement: JudgementDetail | undefined };

function Side({ search, onSearch, runs, judgement }: SideProps) {
  const { answer } = useLiveAnswers(runs);
  const all = named(runs).map(({ run, name }): Compared => ({ run, name, answer: answer(run) }));
  const wanted = search.base ?? judgement?.baseRunId;
  const base = all.find(({ run }) => run.id === wanted) ?? all[0];
  const difference = search.view === 'difference';
  const lost = (judgement?.runIds.length ?? runs.length) - runs.length;
  return (
    <Page
      title={judgement?.title ?? t('compareTitle')}
      crumbs={crumbs}
      actions={
        <SegmentedControl
          label={t('diffView')}
          value={search.view ?? 'answers'}
          onChange={(next) => onSearch({ ...search, view: next === 'difference' ? 'difference' : undefined })}
          options={[
            { value: 'answers', label: t('answers') },
            { value: 'difference', label: t('difference') },
          ]}
        />
      }
    >
      {lost > 0 && (
        <p className="border-b border-line px-4 py-2 text-warn">{t('runsGone', { count: lost })}</p>
      )}
      <CompareTable all={all} />
      {base &&
        (difference ? (
          <Differences all={all} base={base} onBase={(id) => onSearch({ ...search, base: id })} />
        ) : (
          <Answers all={all} judgement={judgement} />
        ))}
      {base && (
        <VerdictPanel key={judgement?.id ?? search.runs} all={all} base={base.run.id} judgement={judgement} />
      )}
    </Page>
  );
}

function Answers({ all, judgement }: { all: readonly Compared[]; judgement: JudgementDetail | undefined }) {
  const router = useRouter();
  return (
    <div className="relative grid border-t border-line md:auto-cols-[minmax(20rem,1fr)] md:grid-flow-col md:divide-x md:divide-line md:overflow-x-auto max-md:divide-y max-md:divide-line">
      {all.map(({ run, answer, name }) =>
        !judgement || judgement.openRunIds.includes(run.id) ? (
          <AnswerColumn
            key={run.id}
            run={run}
            name={name}
            answer={answer}
            className="min-h-80"
            onOpen={() => void router.navigate({ to: '/runs/$runId', params: { runId: run.id } })}
          />
        ) : (
          <article key={run.id} aria-label={name} className="min-h-80 min-w-0 px-4 py-3">
            <h2 className="mb-2 font-semibold">{name}</h2>
            <MarkdownView text={answer.text} />
          </article>
        ),
      )}
    </div>
  );
}

type DifferencesProps = { all: readonly Compared[]; base: Compared; onBase: (id: string) => void };

function Differences({ all, base, onBase }: DifferencesProps) {
  const others = all.filter(({ run }) => run.id !== base.run.id);
  return (
    <div className="border-t border-line">
      <div className="px-4 py-2">
        <Select
          label={t('base')}
          className="w-72 max-w-full"
          value={base.run.id}
          options={all.map(({ run, name }) => ({ value: run.id, label: name }))}
          onChange={(event) => onBase(event.target.value)}
        />
      </div>
      {others.map(({ run, answer, name }) => (
        <section key={run.id} aria-label={name} className="border-t border-line">
          {!isOver(answer.status) || !isOver(base.answer.status) ? (
            <p role="status" className="px-4 py-6 text-ink-3">
              {t('waitForBoth')}
            </p>
          ) : answer.text === base.answer.text ? (
            <p className="px-4 py-6 text-ink-3">{t('identicalTo', { name, base: base.name })}</p>
          ) : (
            <CompareView
              before={base.name}
              after={name}
              parts={[{ id: run.id, label: name, before: base.answer.text, after: answer.text }]}
            />
          )}
        </section>
      ))}
    </div>
  );
}

/** What tells the runs apart: the model, with its version and, where both are the same, a number. */
function named(runs: readonly RunDetail[]): { run: RunDetail; name: string }[] {
  const plain = runs.map(({ model, versionNumber }) =>
    new Set(runs.map((run) => run.versionNumber)).size > 1
      ? `${model} · ${versionNumber === null ? t('draft') : `v${versionNumber}`}`
      : model,
  );
  return runs.map((run, index) => {
    const name = plain[index] ?? run.model;
    const same = plain.filter((each) => each === name).length > 1;
    const place = plain.slice(0, index + 1).filter((each) => each === name).length;
    return { run, name: same ? `${name} · ${place}` : name };
  });
}

/** Comparisons one kept, and those shared with everybody. */
function KeptList() {
  const query = useInfiniteQuery(judgementsQuery);
  const rows = query.data?.pages.flatMap(({ items }) => items);
  if (query.error && !rows)
    return (
      <ErrorState
        title={t('compareFailed')}
        reason={query.error.message}
        onRetry={() => void query.refetch()}
      />
    );
  if (!rows) return <SkeletonRows rows={6} />;
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<GitCompare />}
        title={t('pickRuns')}
        hint={t('pickRunsHint')}
        action={
          <ButtonLink kind="primary" to="/runs">
            {t('openList')}
          </ButtonLink>
        }
      />
    );
  return (
    <>
      <ul aria-label={t('keptComparisons')}>
        {rows.map(({ id, title, runIds, verdict, shared, author, updatedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2">
            <PageLink to="/runs/compare" search={{ judgement: id }} className="min-w-0 flex-1 truncate">
              {title}
            </PageLink>
            <span className="text-12 text-ink-3 tabular">{t('runsInside', { count: runIds.length })}</span>
            <Chip tone={verdict === 'open' ? 'plain' : 'ok'}>
              {t(verdict === 'open' ? 'noVerdict' : verdict === 'winner' ? 'oneBest' : 'tie')}
            </Chip>
            {shared && <Chip>{t('sharedChip')}</Chip>}
            <span className="text-12 text-ink-3">{author?.name}</span>
            <RelativeTime time={updatedAt} className="text-12 text-ink-3" />
          </li>
        ))}
      </ul>
      <LoadMore label={t('loadMore')} query={query} />
    </>
  );
}
