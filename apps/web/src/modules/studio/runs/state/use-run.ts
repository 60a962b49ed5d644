import { isPart } from '@promptvault/contract/studio/runs/kinds';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useLiveState } from '../../../../wire/use-live.ts';
import { renewEnded } from '../api/run-changes.ts';
import { type Comparison, comparisonQuery, runQuery } from '../api/runs.ts';
import { useRunAnswers } from './live-runs.ts';
import { isOver, joinAnswers, type Run, type RunAnswer, type RunDetail } from './run-answer.ts';

/** A run beside what it has said so far: live while it goes on, from the server when it is over. */
export type FollowedRun = { run: Run; answer: RunAnswer };

/** One run with all that is known of it, and its answer as it grows. */
export function useRun(runId: string) {
  const query = useQuery({ ...runQuery(runId), refetchInterval: useAskingInterval() });
  const run = query.data;
  const { answer } = useLiveAnswers(run ? [run] : []);
  return {
    run,
    answer: run && answer(run),
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/** Of more runs than this only the beginnings are shown, until one is opened. */
const mostWhole = 24;

/** Runs that were started together, in the order of their models; repeated ones in the place of the first. */
export function useComparison(comparisonId: string | undefined) {
  const query = useQuery({
    ...comparisonQuery(comparisonId ?? ''),
    enabled: comparisonId !== undefined,
    refetchInterval: useAskingInterval(),
  });
  const all = query.data?.runs;
  const runs = useMemo(() => latestRuns(all ?? []), [all]);
  const { answer, heard } = useLiveAnswers(runs);
  const texts = useQueries({
    queries: runs.map((run) => ({
      ...runQuery(run.id),
      enabled:
        run.continuesId !== null ||
        // Events name no cases.
        heard(run)?.result?.pairs != null ||
        (runs.length <= mostWhole && isOver(run.status) && !isOver(heard(run)?.status ?? 'queued')),
    })),
  });
  const followed = runs.map((run, index): FollowedRun => {
    const detail: RunDetail | undefined = texts[index]?.data;
    // A detail asked for while the run went on is behind the row that has its end.
    const isBehind = detail && isOver(run.status) && !isOver(detail.status);
    return { run, answer: answer(detail && !isBehind ? detail : run) };
  });
  return {
    comparison: query.data,
    runs: followed,
    isPending: query.isPending && comparisonId !== undefined,
    isRunning: followed.some((each) => !isOver(each.answer.status)),
    error: query.error ?? texts.find(({ error }) => error)?.error ?? null,
    retry: () =>
      void Promise.all([
        query.refetch(),
        ...texts.filter(({ error }) => error).map((text) => text.refetch()),
      ]),
  };
}

type Asked = { state: { data?: Run | Comparison } };

/**
 * Open runs are asked about again and again: often where the live connection is not there, and now and then where
 * it is, so that nothing it may fail to say leaves an answer standing still.
 */
function useAskingInterval() {
  const pause = useLiveState() === 'open' ? 10_000 : 2_000;
  return ({ state: { data } }: Asked): number | false => {
    if (!data) return false;
    const runs = 'runs' in data ? data.runs : [data];
    return runs.some(({ status }) => !isOver(status)) && pause;
  };
}

/** Only the last try of each run, in the place of the first, without what is only part of another. */
export function latestRuns(all: readonly Run[]): Run[] {
  const runs = all.filter((run) => !isPart(run));
  const repeated = new Map(runs.flatMap((run) => (run.parentId === null ? [] : [[run.parentId, run]])));
  const known = new Set(runs.map(({ id }) => id));
  const last = (run: Run): Run => {
    const next = repeated.get(run.id);
    return next ? last(next) : run;
  };
  return runs.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(last);
}

/**
 * Follows those of the runs that go on, and asks anew for each that ends. `answer` joins what was heard of a run
 * with what is read of it, `heard` is the live part alone.
 */
export function useLiveAnswers(runs: readonly Run[]) {
  const queries = useQueryClient();
  const open = runs.filter(({ status }) => !isOver(status));
  const live = useRunAnswers(open.map(({ id }) => id));
  const ended = open.filter(({ id }) => isOver(live.answer(id)?.status ?? 'queued'));
  const renew = useEffectEvent(() => {
    for (const run of ended) renewEnded(queries, run);
  });
  const endedIds = ended.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (endedIds !== '') renew();
  }, [endedIds]);
  return {
    answer: (run: Run | RunDetail): RunAnswer => joinAnswers(live.answer(run.id), run),
    heard: (run: Run) => live.answer(run.id),
  };
}
