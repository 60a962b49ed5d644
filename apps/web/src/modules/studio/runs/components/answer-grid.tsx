import { CircleStop } from 'lucide-react';
import { useState } from 'react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type RetryRun, useStopComparison } from '../api/run-changes.ts';
import { t } from '../messages.ts';
import { gridOf } from '../state/answer-grid.ts';
import type { AttachedFile } from '../state/attached-files.ts';
import { isOver, type Run } from '../state/run-answer.ts';
import { type FollowedRun, useRun } from '../state/use-run.ts';
import { AnswerColumn } from './answer-column.tsx';
import { costText, statusText, statusTones } from './run-words.ts';

type AnswerGridProps = {
  runs: readonly FollowedRun[];
  retryWith?: () => RetryRun | Promise<RetryRun>;
  attached?: () => readonly AttachedFile[];
};

/** The answers of several sets of values: a row a set, a column a model. One is opened to be read whole. */
export function AnswerGrid({ runs, retryWith, attached }: AnswerGridProps) {
  const { rows, columns } = gridOf(runs);
  const [opened, setOpened] = useState<string>();
  const stop = useStopComparison();
  const done = runs.filter(({ answer }) => isOver(answer.status)).length;
  const costs = runs.flatMap(({ answer: { cost } }) => (cost ? [cost.microDollars] : []));
  const comparisonId = runs[0]?.run.comparisonId ?? '';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-10 items-center gap-3 px-4 text-12 text-ink-2 tabular">
        <span role="status">{t('gridProgress', { done, count: runs.length })}</span>
        {costs.length > 0 && <span>{formatCost(costs.reduce((sum, each) => sum + each, 0) / 1e6)}</span>}
        {done < runs.length && (
          <Button
            size="small"
            className="ml-auto"
            icon={<CircleStop />}
            busy={stop.isPending}
            onClick={() => stop.mutate(comparisonId)}
          >
            {t('stopAll')}
          </Button>
        )}
      </div>
      {stop.error && (
        <ProblemMessage className="mx-4 mb-2">
          {t('actionFailed', { reason: stop.error.message })}
        </ProblemMessage>
      )}
      <div className="min-h-0 flex-1 overflow-auto border-t border-line">
        <table aria-label={t('grid')} className="min-w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-20 w-28 min-w-28 border-r border-b border-line bg-bg px-3 py-1.5 text-left text-12 font-medium text-ink-3"
              >
                {t('gridSet')}
              </th>
              {columns.map(({ key, model, number }) => (
                <th
                  key={key}
                  scope="col"
                  className="sticky top-0 z-10 min-w-44 border-b border-line bg-bg px-3 py-1.5 text-left font-mono text-12 font-medium"
                >
                  {number === undefined ? model : t('gridSample', { model, number })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, index, cells }) => (
              <tr key={index}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-40 border-r border-b border-line bg-bg px-3 py-2 text-left align-top font-medium wrap-anywhere"
                >
                  {name}
                </th>
                {cells.map((cell) => (
                  <td key={cell.run.id} className="h-px border-b border-line p-0 align-top">
                    <Cell {...cell} onOpen={() => setOpened(cell.run.id)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened !== undefined && (
        <OpenedAnswer
          runId={opened}
          retryWith={retryWith}
          attached={attached}
          onRetried={({ id }) => setOpened(id)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

function Cell({ run, answer, onOpen }: FollowedRun & { onOpen: () => void }) {
  const text = answer.text || run.excerpt;
  const over = isOver(answer.status);
  return (
    <button
      type="button"
      aria-label={t('openAnswer', { model: run.model, set: run.setName ?? '' })}
      onClick={onOpen}
      className="grid h-full w-full content-start gap-1 px-3 py-2 text-left hover:bg-raise focus-visible:-outline-offset-2"
    >
      <span className="flex items-center gap-2 text-12 text-ink-3 tabular">
        <StatusDot tone={statusTones[answer.status]} label={statusText(answer.status)} />
        {over && answer.status !== 'finished' && statusText(answer.status)}
        {over && answer.cost && costText(answer)}
      </span>
      <span className={text === '' ? 'text-12 text-ink-3' : 'line-clamp-5 wrap-anywhere'}>
        {text.slice(0, 600) || answer.error?.message || t(over ? 'noText' : 'noTextYet')}
      </span>
    </button>
  );
}

type OpenedAnswerProps = Pick<AnswerGridProps, 'retryWith' | 'attached'> & {
  runId: string;
  onRetried: (run: Run) => void;
  onClose: () => void;
};

function OpenedAnswer({ runId, retryWith, attached, onRetried, onClose }: OpenedAnswerProps) {
  const { run, answer, error } = useRun(runId);
  return (
    <Dialog open onClose={onClose} title={run?.setName ?? t('answer')} size="large">
      {error && <ProblemMessage>{error.message}</ProblemMessage>}
      {run && answer ? (
        <AnswerColumn
          run={run}
          answer={answer}
          retryWith={retryWith}
          attached={attached}
          onRetried={onRetried}
          className="-mx-4 h-[60dvh]"
        />
      ) : (
        !error && <SkeletonRows rows={5} />
      )}
    </Dialog>
  );
}
