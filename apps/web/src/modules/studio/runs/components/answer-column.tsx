import { CircleStop, RotateCw, SquareArrowOutUpRight } from 'lucide-react';
import { memo, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Slot } from '../../../../shell/slot.tsx';
import { StatusDot } from '../../../../ui/badge.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type RetryRun, useContinueRun, useGrowRun, useRetryRun, useStopRun } from '../api/run-changes.ts';
import { t } from '../messages.ts';
import { isOver, type Run, type RunAnswer } from '../state/run-answer.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerNotes, Reasoning, ToolCalls } from './answer-notes.tsx';
import { AnswerStats } from './answer-stats.tsx';
import { PairsView } from './pairs-view.tsx';
import { finishText, statusText, statusTones } from './run-words.ts';
import { type GrowBranch, TreeView } from './tree-view.tsx';
import { VoteView } from './vote-view.tsx';

type AnswerColumnProps = {
  run: Run;
  answer: RunAnswer;
  /** Markdown formatted, or as it came. */
  formatted?: boolean;
  /** What was not stored with the run and is needed to repeat it: files, file values. */
  retryWith?: () => RetryRun | Promise<RetryRun>;
  /** Told of the new run when this one is repeated. */
  onRetried?: (run: Run) => void;
  onOpen?: () => void;
  /** More buttons at the end of the head. */
  actions?: ReactNode;
  className?: string;
};

/** One model's answer: numbers above, the text as it streams, and what to do about it. */
export const AnswerColumn = memo((props: AnswerColumnProps) => {
  const { run, answer, formatted = true, retryWith, onRetried, onOpen, actions, className } = props;
  const stop = useStopRun();
  const retry = useRetryRun();
  const goOn = useContinueRun();
  const over = isOver(answer.status);
  const streaming = !over;
  const send = async ({ mutateAsync }: typeof retry) => {
    const more = await retryWith?.();
    // The promise outlives this column, whose place the new run may take. A refusal is said below.
    const sent = await mutateAsync({ ...more, runId: run.id }).catch(() => undefined);
    if (!sent) return;
    if (sent.changed.length > 0) toast({ text: t('retriedChanged', { count: sent.changed.length }) });
    onRetried?.(sent.run);
  };
  const again = () => send(retry);
  const growing = useGrowRun();
  const grow = async (thoughtId: string, levels: number) => {
    const more = await retryWith?.();
    const sent = await growing
      .mutateAsync({ ...more, runId: run.id, thoughtId, levels })
      .catch(() => undefined);
    if (sent) onRetried?.(sent.run);
  };
  const branch = {
    grow: (thoughtId: string, levels: number) => void grow(thoughtId, levels),
    busy: growing.isPending,
    error: growing.error,
  };
  const trouble = goOn.error ?? retry.error ?? stop.error;
  return (
    <article
      aria-label={t('answerOf', { model: run.model })}
      className={`flex min-h-0 min-w-0 flex-col ${className ?? ''}`}
    >
      <header className="flex flex-col gap-0.5 px-4 pt-3 pb-2">
        <div className="flex h-7 items-center gap-2">
          <StatusDot tone={statusTones[answer.status]} label={statusText(answer.status)} />
          <h2 className="min-w-0 truncate font-semibold" title={`${run.model} · ${run.connectionName}`}>
            {run.model}
          </h2>
          {run.provider === 'echo' && <span className="shrink-0 text-12 text-warn">{t('notAnAi')}</span>}
          <span className="ml-auto flex shrink-0 items-center">
            {streaming ? (
              <IconButton
                size="small"
                label={stop.isPending || stop.isSuccess ? t('stopping') : t('stopRun', { model: run.model })}
                icon={<CircleStop />}
                disabled={stop.isPending || stop.isSuccess}
                onClick={() => stop.mutate(run.id)}
              />
            ) : (
              <IconButton
                size="small"
                label={t('retryRun', { model: run.model })}
                icon={<RotateCw />}
                disabled={retry.isPending}
                onClick={() => void again()}
              />
            )}
            {answer.text !== '' && (
              <CopyButton size="small" label={t('copyAnswer')} text={() => answer.text} />
            )}
            {onOpen && (
              <IconButton
                size="small"
                label={t('openRun')}
                icon={<SquareArrowOutUpRight />}
                onClick={onOpen}
              />
            )}
            {over && <Slot name="answer.actions" props={{ runId: run.id }} />}
            {actions}
          </span>
        </div>
        <AnswerStats answer={answer} total={run.totalMicroDollars} cachedAt={run.cached?.answeredAt} />
      </header>
      <AnswerText run={run} answer={answer} formatted={formatted} branch={branch}>
        {trouble && <ProblemMessage>{t('actionFailed', { reason: trouble.message })}</ProblemMessage>}
        <AnswerNotes
          answer={answer}
          onRetry={answer.error?.retryable ? () => void again() : undefined}
          onContinue={() => void send(goOn)}
          retrying={retry.isPending || goOn.isPending}
        />
      </AnswerText>
      <p role="status" className="sr-only">
        {announcement(run, answer)}
      </p>
    </article>
  );
});

type AnswerTextProps = {
  run: Run;
  answer: RunAnswer;
  formatted: boolean;
  branch: GrowBranch;
  children: ReactNode;
};

/** Follows the end of the text as long as the reader is there; whoever scrolls up is left alone. */
function AnswerText({ run, answer, formatted, branch, children }: AnswerTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const streaming = !isOver(answer.status);
  const length = answer.text.length + answer.reasoning.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new piece of text moves the end
  useLayoutEffect(() => {
    if (streaming && atEnd && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [length, streaming, atEnd]);
  return (
    <div
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-busy={streaming}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) =>
        setAtEnd(scrollTop + clientHeight > scrollHeight - 24)
      }
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-4 pb-4 focus-visible:-outline-offset-2"
    >
      {answer.result?.pairs && <PairsView pairs={answer.result.pairs} />}
      {answer.result?.vote && <VoteView vote={answer.result.vote} />}
      {answer.result?.tree && <TreeView tree={answer.result.tree} isGrowing={streaming} branch={branch} />}
      <Reasoning answer={answer} streaming={streaming} />
      <AnswerForm run={run} answer={answer} formatted={formatted} />
      {streaming && length === 0 && !answer.result?.vote && !answer.result?.tree && (
        <Waiting queued={answer.status === 'queued'} />
      )}
      <ToolCalls calls={answer.toolCalls} streaming={streaming} />
      {children}
    </div>
  );
}

function Waiting({ queued }: { queued: boolean }) {
  return (
    <div className="grid gap-2">
      <span className="text-12 text-ink-3">{queued ? t('waitingForPlace') : t('waitingForModel')}</span>
      <Skeleton className="w-4/5" />
      <Skeleton className="w-3/5" />
    </div>
  );
}

function announcement({ model }: Run, { status, usage, finishReason, error }: RunAnswer): string {
  if (status === 'queued') return '';
  if (status === 'running') return t('announceRunning', { model });
  if (status === 'finished' && finishReason === 'stop')
    return t('announceFinished', { model, tokens: usage?.outputTokens ?? 0 });
  return t('announceEnded', {
    model,
    status: error?.message ?? finishText(finishReason) ?? statusText(status),
  });
}
