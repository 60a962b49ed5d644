import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { t } from '../messages.ts';
import { isOver, type Run, type RunAnswer } from '../state/run-answer.ts';
import { AnswerForm } from './answer-form.tsx';
import { Reasoning, ToolCalls } from './answer-notes.tsx';
import { AnswerStats } from './answer-stats.tsx';
import { PairsView } from './pairs-view.tsx';
import { finishText, statusText, statusTones } from './run-words.ts';
import { type GrowBranch, TreeView } from './tree-view.tsx';
import { VoteView } from './vote-view.tsx';

type AnswerFrameProps = {
  run: Run;
  /** What tells it from the answers beside it, where that is not its model. */
  name?: string | undefined;
  answer: RunAnswer;
  /** Markdown formatted, or as it came. */
  formatted: boolean;
  /** How a branch of a tree of thoughts grows on. */
  branch?: GrowBranch;
  /** What this answer is besides one of this model. */
  mark?: ReactNode;
  /** At the end of the head. */
  buttons: ReactNode;
  /** Below the text. */
  children: ReactNode;
  className?: string | undefined;
};

/** One model's answer, whoever called the model: numbers above, the text as it streams. */
export function AnswerFrame(props: AnswerFrameProps) {
  const { run, name = run.model, answer, formatted, branch, mark, buttons, children, className } = props;
  return (
    <article
      aria-label={t('answerOf', { model: name })}
      className={`flex min-h-0 min-w-0 flex-col ${className ?? ''}`}
    >
      <header className="flex flex-col gap-0.5 px-4 pt-3 pb-2">
        <div className="flex min-h-7 flex-wrap items-center gap-x-2">
          <StatusDot tone={statusTones[answer.status]} label={statusText(answer.status)} />
          <h2
            className="min-w-0 flex-1 basis-28 truncate font-semibold"
            title={`${run.model} · ${run.connectionName}`}
          >
            {name}
          </h2>
          <span className="ml-auto flex shrink-0 items-center">{buttons}</span>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {run.provider === 'echo' && <span className="text-12 text-warn">{t('notAnAi')}</span>}
          {mark}
          <AnswerStats answer={answer} total={run.totalMicroDollars} cachedAt={run.cached?.answeredAt} />
        </div>
      </header>
      <AnswerText run={run} answer={answer} formatted={formatted} branch={branch}>
        {children}
      </AnswerText>
      <p role="status" className="sr-only">
        {announcement(run, answer)}
      </p>
    </article>
  );
}

type AnswerTextProps = {
  run: Run;
  answer: RunAnswer;
  formatted: boolean;
  branch: GrowBranch | undefined;
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
      {answer.result?.tree && branch && (
        <TreeView tree={answer.result.tree} isGrowing={streaming} branch={branch} />
      )}
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
    return t('announceFinished', { model, count: usage?.outputTokens ?? 0 });
  return t('announceEnded', {
    model,
    status: error?.message ?? finishText(finishReason) ?? statusText(status),
  });
}
