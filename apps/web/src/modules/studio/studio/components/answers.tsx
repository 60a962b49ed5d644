import { GitCompareArrows, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import {
  AnswerColumn,
  AnswerGrid,
  type FollowedRun,
  type RetryRun,
  type useComparison,
} from '../../runs/index.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';

type AnswersProps = {
  studio: Studio;
  compared: ReturnType<typeof useComparison>;
  sentHashes: readonly string[] | undefined;
};

/** The answers of one run side by side, a column a model. */
export function Answers({ studio, compared, sentHashes }: AnswersProps) {
  const { runs, isPending, error, retry } = compared;
  if (error) return <ErrorState reason={error.message} onRetry={retry} />;
  if (isPending) return <SkeletonRows rows={4} />;
  if (runs.length === 0)
    return <EmptyState icon={<Sparkles />} title={t('noAnswers')} hint={t('noAnswersHint')} />;
  // What goes on with an answer sends that too.
  const differs =
    sentHashes !== undefined &&
    runs.some(({ run }) => run.continuesId === null && !sentHashes.includes(run.sentHash));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {differs && (
        <ProblemMessage severity="warning" className="mx-4 mt-2">
          {t('hashDiffers')}
        </ProblemMessage>
      )}
      {runs.some(({ run }) => run.setIndex !== null) ? (
        <AnswerGrid runs={runs} retryWith={() => retryWith(studio)} attached={() => studio.attached.files} />
      ) : (
        <div className="flex min-h-0 flex-1 snap-x snap-mandatory divide-x divide-line overflow-x-auto">
          {runs.map(({ run, answer }) => (
            <AnswerColumn
              key={run.id}
              run={run}
              answer={answer}
              retryWith={() => retryWith(studio)}
              attached={() => studio.attached.files}
              className="min-w-48 flex-1 snap-start max-md:min-w-[85%]"
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** Files are not stored with a run, so they are sent again with each repetition. */
function retryWith({ rendering }: Studio): RetryRun {
  const files = rendering.variables.filter(({ type }) => type === 'file').map(({ name }) => name);
  const values = Object.fromEntries(
    Object.entries(rendering.values).filter(([name]) => files.includes(name)),
  ) as RetryRun['values'];
  return {
    ...(rendering.pack.items.length > 0 && { context: rendering.pack.items }),
    ...(files.length > 0 && { values }),
  };
}

/** Two of the answers against each other, word by word. */
export function AnswersCompared({ runs }: { runs: readonly FollowedRun[] }) {
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(1);
  const [before, after] = [runs[left], runs[right]];
  if (!before || !after)
    return <EmptyState icon={<GitCompareArrows />} title={t('needTwo')} hint={t('needTwoHint')} />;
  const options = runs.map(({ run }, index) => ({
    value: String(index),
    label: run.setName === null ? run.model : `${run.setName} · ${run.model}`,
  }));
  return (
    <div>
      {runs.length > 2 && (
        <div className="grid grid-cols-2 gap-3 px-4 pb-3">
          <Select
            label={t('compareLeft')}
            value={left}
            options={options}
            onChange={(event) => setLeft(Number(event.target.value))}
          />
          <Select
            label={t('compareRight')}
            value={right}
            options={options}
            onChange={(event) => setRight(Number(event.target.value))}
          />
        </div>
      )}
      <CompareView
        before={before.run.model}
        after={after.run.model}
        parts={[{ id: 'answer', label: t('answer'), before: before.answer.text, after: after.answer.text }]}
      />
    </div>
  );
}
