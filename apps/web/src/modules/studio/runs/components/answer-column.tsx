import { CircleStop, RotateCw, SquareArrowOutUpRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Slot } from '../../../../shell/slot.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useSole } from '../../../../ui/use-sole.ts';
import { type RetryRun, useContinueRun, useGrowRun, useRetryRun, useStopRun } from '../api/run-changes.ts';
import { t } from '../messages.ts';
import type { AttachedFile } from '../state/attached-files.ts';
import { isOver, type Run, type RunAnswer } from '../state/run-answer.ts';
import { AnswerFrame } from './answer-frame.tsx';
import { AnswerNotes } from './answer-notes.tsx';
import { RunRating } from './run-rating.tsx';
import { useAttachAgain } from './use-attach-again.tsx';

type AnswerColumnProps = {
  run: Run;
  answer: RunAnswer;
  /** What tells it from the answers beside it, where that is not its model. */
  name?: string;
  /** Markdown formatted, or as it came. */
  formatted?: boolean;
  /** What was not stored with the run and is needed to repeat it: files, file values. */
  retryWith?: () => RetryRun | Promise<RetryRun>;
  /** What is attached at this moment: it is sent again where it is what the run was sent. */
  attached?: () => readonly AttachedFile[];
  /** Told of the new run when this one is repeated. */
  onRetried?: (run: Run) => void;
  onOpen?: () => void;
  /** More buttons at the end of the head. */
  actions?: ReactNode;
  className?: string;
};

/** One model's answer: numbers above, the text as it streams, and what to do about it. */
export const AnswerColumn = memo((props: AnswerColumnProps) => {
  const {
    run,
    name,
    answer,
    formatted = true,
    retryWith,
    attached,
    onRetried,
    onOpen,
    actions,
    className,
  } = props;
  const stop = useStopRun();
  const retry = useRetryRun();
  const goOn = useContinueRun();
  const over = isOver(answer.status);
  const streaming = !over;
  const attaching = useAttachAgain(run.id, attached);
  const send = useSole(async (sending: typeof retry) => {
    const more = await retryWith?.();
    // The promise outlives this column, whose place the new run may take. A refusal is said below.
    const sent = await attaching
      .send(sending, (again) => sending.mutateAsync({ ...more, ...again, runId: run.id }))
      .catch(() => undefined);
    if (!sent) return;
    if (sent.changed.length > 0) toast({ text: t('retriedChanged', { count: sent.changed.length }) });
    onRetried?.(sent.run);
  });
  const again = () => send(retry);
  const growing = useGrowRun();
  const grow = useSole(async (thoughtId: string, levels: number) => {
    const more = await retryWith?.();
    const sent = await attaching
      .send(growing, (again) => growing.mutateAsync({ ...more, ...again, runId: run.id, thoughtId, levels }))
      .catch(() => undefined);
    if (sent) onRetried?.(sent.run);
  });
  const branch = {
    grow: (thoughtId: string, levels: number) => void grow(thoughtId, levels),
    busy: growing.isPending,
    error: growing.error,
  };
  const trouble = goOn.error ?? retry.error ?? stop.error;
  return (
    <AnswerFrame
      run={run}
      name={name}
      answer={answer}
      formatted={formatted}
      className={className}
      branch={branch}
      buttons={
        <>
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
              // The run may have started before the second press of a double click.
              onClick={({ detail }) => detail < 2 && void again()}
            />
          )}
          {over && <RunRating run={run} />}
          {answer.text !== '' && <CopyButton size="small" label={t('copyAnswer')} text={() => answer.text} />}
          {onOpen && (
            <IconButton size="small" label={t('openRun')} icon={<SquareArrowOutUpRight />} onClick={onOpen} />
          )}
          {over && <Slot name="answer.actions" props={{ runId: run.id }} />}
          {actions}
        </>
      }
    >
      {trouble && <ProblemMessage>{t('actionFailed', { reason: trouble.message })}</ProblemMessage>}
      <AnswerNotes
        answer={answer}
        onRetry={answer.error?.retryable ? () => void again() : undefined}
        onContinue={() => void send(goOn)}
        retrying={retry.isPending || goOn.isPending}
      />
      {attaching.dialog}
    </AnswerFrame>
  );
});
