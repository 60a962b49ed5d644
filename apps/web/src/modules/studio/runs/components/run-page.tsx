import { useRouter } from '@tanstack/react-router';
import { CircleStop, Lock, RotateCw } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { usePageCommands } from '../../../../shell/page-commands.ts';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Slot } from '../../../../shell/slot.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { useRemembered } from '../../../../ui/panels/use-remembered.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useSole } from '../../../../ui/use-sole.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { Discussion } from '../../../vault/discussion/index.ts';
import { useContinueRun, useGrowRun, useRetryRun, useStopRun } from '../api/run-changes.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { t as privateText } from '../state/private-messages.ts';
import { isOver, type Run, type RunAnswer, type RunDetail } from '../state/run-answer.ts';
import { useRun } from '../state/use-run.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerNotes, Reasoning, ToolCalls } from './answer-notes.tsx';
import { PairsView } from './pairs-view.tsx';
import { PartsList } from './parts-list.tsx';
import { PrivateMark } from './private-mark.tsx';
import { RunAgain } from './run-again.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunRating } from './run-rating.tsx';
import { RunState } from './run-state.tsx';
import { SentSections } from './sent-sections.tsx';
import { TogetherList } from './together-list.tsx';
import { type GrowBranch, TreeView } from './tree-view.tsx';
import { useAttachAgain } from './use-attach-again.tsx';
import { VoteView } from './vote-view.tsx';

const crumbs = [{ label: frameText('title'), to: '/runs' }];

/** One run: what was sent, what came back, what it took. While it goes on, it goes on here too. */
export function RunPage({ runId }: { runId: string }) {
  const { run, answer, error, retry } = useRun(runId);
  if (error && !run)
    return (
      <Page title={t('oneRun')} crumbs={crumbs}>
        <ErrorState
          title={t('runFailed')}
          reason={error.message}
          onRetry={retry}
          also={<ButtonLink to="/runs">{t('allRuns')}</ButtonLink>}
        />
      </Page>
    );
  if (!run || !answer)
    return (
      <Page title={t('oneRun')} crumbs={crumbs}>
        <SkeletonRows rows={8} />
      </Page>
    );
  return <WholeRun run={run} answer={answer} />;
}

function WholeRun({ run, answer }: { run: RunDetail; answer: RunAnswer }) {
  const actions = useRunActions(run, answer);
  return (
    <Page
      title={run.promptTitle ?? t('loosePrompt')}
      crumbs={crumbs}
      facts={
        <>
          <Chip mono>{run.model}</Chip>
          {run.private && <PrivateMark />}
          <Chip>{run.versionNumber === null ? t('draft') : `v${run.versionNumber}`}</Chip>
        </>
      }
      actions={
        <>
          {!run.private && (
            <Slot name="run.actions" props={{ runId: run.id, comparisonId: run.comparisonId }} />
          )}
          {run.private ? null : actions.over ? (
            <RunAgain run={run} busy={actions.busy} onAgain={actions.again} />
          ) : (
            <Button icon={<CircleStop />} busy={actions.busy} onClick={actions.stop}>
              {t('stop')}
            </Button>
          )}
        </>
      }
    >
      {actions.dialog}
      <div className="grid min-h-full grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          {actions.error && (
            <ProblemMessage
              className="mx-4 mt-4"
              action={
                run.promptId !== null &&
                needsMore(actions.error) && (
                  <ButtonLink size="small" to="/prompts/$promptId" params={{ promptId: run.promptId }}>
                    {t('sendAgain')}
                  </ButtonLink>
                )
              }
            >
              {t('actionFailed', { reason: actions.error.message })}
            </ProblemMessage>
          )}
          {run.private ? (
            <PrivateNote answer={answer} />
          ) : (
            <Answer
              run={run}
              answer={answer}
              onRetry={() => actions.again('then')}
              onContinue={actions.goOn}
              branch={actions.branch}
              retrying={actions.busy}
            />
          )}
          {!run.private && <SentSections run={run} />}
          <Discussion thing={{ kind: 'run', id: run.id }} className="border-t border-line px-4 py-4" />
        </div>
        <aside aria-label={t('details')} className="border-line bg-bg max-lg:border-t lg:border-l">
          <RunFacts run={run} answer={answer} />
          <PartsList parts={run.parts} />
          <TogetherList run={run} />
        </aside>
      </div>
    </Page>
  );
}

/** All there is to say of a run that was made in a browser. */
function PrivateNote({ answer: { error } }: { answer: RunAnswer }) {
  return (
    <section aria-label={t('answer')} className="grid min-w-0 gap-3 px-4 py-4">
      <EmptyState icon={<Lock />} title={privateText('detailTitle')} hint={privateText('detailHint')} />
      {error && <ProblemMessage>{error.message}</ProblemMessage>}
    </section>
  );
}

/** Files are not kept with a run: they can be sent again only where the folder is connected. */
const needsMore = (error: Error) =>
  error instanceof ApiProblem && (error.code === 'run.context_needed' || error.code === 'run.values_needed');

type AnswerProps = {
  run: RunDetail;
  answer: RunAnswer;
  onRetry: () => void;
  onContinue: () => void;
  branch: GrowBranch;
  retrying: boolean;
};

function Answer({ run, answer, onRetry, onContinue, branch, retrying }: AnswerProps) {
  const [view, setView] = useRemembered<'formatted' | 'raw'>('answer-view', 'formatted');
  const streaming = !isOver(answer.status);
  return (
    <section aria-label={t('answer')} aria-busy={streaming} className="grid min-w-0 gap-3 px-4 py-4">
      <div className="flex items-center gap-3">
        <h2 className="font-semibold">{t('answer')}</h2>
        {streaming && <RunState answer={answer} />}
        <span className="ml-auto flex items-center gap-1">
          <SegmentedControl
            label={t('view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'formatted', label: t('formatted') },
              { value: 'raw', label: t('raw') },
            ]}
          />
          {!streaming && <RunRating run={run} size="medium" />}
          {answer.text !== '' && <CopyButton label={t('copyAnswer')} text={() => answer.text} />}
        </span>
      </div>
      {answer.result?.pairs && <PairsView pairs={answer.result.pairs} />}
      {answer.result?.vote && <VoteView vote={answer.result.vote} />}
      {answer.result?.tree && <TreeView tree={answer.result.tree} isGrowing={streaming} branch={branch} />}
      <Reasoning answer={answer} streaming={streaming} />
      {answer.text !== '' ? (
        <AnswerForm run={run} answer={answer} formatted={view === 'formatted'} />
      ) : (
        streaming &&
        !answer.result?.tree && (
          <p className="text-ink-3">
            {t(answer.status === 'queued' ? 'waitingForPlace' : 'waitingForModel')}
          </p>
        )
      )}
      <ToolCalls calls={answer.toolCalls} streaming={!isOver(answer.status)} />
      <AnswerNotes
        answer={answer}
        onRetry={answer.error?.retryable ? onRetry : undefined}
        onContinue={onContinue}
        retrying={retrying}
      />
      {run.marked > 0 && (
        <ProblemMessage severity="warning">{t('markedCharacters', { count: run.marked })}</ProblemMessage>
      )}
    </section>
  );
}

/** Stop while it goes on; afterwards the same again, or on with it, as a new run that is opened. */
function useRunActions(run: RunDetail, answer: RunAnswer) {
  const stop = useStopRun();
  const retry = useRetryRun();
  const router = useRouter();
  const over = isOver(answer.status);
  const goingOn = useContinueRun();
  const growing = useGrowRun();
  const open = (fresh: Run) => void router.navigate({ to: '/runs/$runId', params: { runId: fresh.id } });
  const attaching = useAttachAgain(run.id);
  const send = useSole(async (sending: typeof retry, version: 'then' | 'newest' = 'then') => {
    const sent = await attaching
      .send(sending, (more) =>
        sending.mutateAsync({ runId: run.id, ...more, ...(version === 'newest' && { version }) }),
      )
      // A refusal is said above the answer.
      .catch(() => undefined);
    if (!sent) return;
    const { run: fresh, changed, sentSame } = sent;
    if (changed.length > 0) toast({ text: t('retriedChanged', { count: changed.length }) });
    else if (version === 'then' && fresh.kind === 'retry' && !sentSame) toast({ text: t('retriedDiffers') });
    open(fresh);
  });
  const again = (version: 'then' | 'newest') => void send(retry, version);
  const grow = useSole(async (thoughtId: string, levels: number) => {
    const sent = await attaching
      .send(growing, (more) => growing.mutateAsync({ runId: run.id, ...more, thoughtId, levels }))
      .catch(() => undefined);
    if (sent) open(sent.run);
  });
  usePageCommands(
    run.private
      ? []
      : [
          over
            ? {
                id: 'run.again',
                label: () => t('retry'),
                icon: RotateCw,
                keys: 'mod+enter',
                run: () => again('then'),
              }
            : { id: 'run.stop', label: () => t('stop'), icon: CircleStop, run: () => stop.mutate(run.id) },
        ],
  );
  return {
    over,
    again,
    dialog: attaching.dialog,
    goOn: () => void send(goingOn),
    branch: {
      grow: (thoughtId: string, levels: number) => void grow(thoughtId, levels),
      busy: growing.isPending,
      error: growing.error,
    },
    stop: () => stop.mutate(run.id),
    busy: retry.isPending || goingOn.isPending || (!over && (stop.isPending || stop.isSuccess)),
    error: goingOn.error ?? retry.error ?? stop.error,
  };
}
