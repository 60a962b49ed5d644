import { ListPlus, RotateCw, TriangleAlert } from 'lucide-react';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { formatDuration } from '../../../../ui/format.ts';
import { JsonView } from '../../../../ui/json-view.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { t } from '../messages.ts';
import { isOver, mayContinue, type RunAnswer } from '../state/run-answer.ts';

/** What a reader must know about how the answer ended. */
function endingNote({ status, finishReason, text, toolCalls }: RunAnswer): string | undefined {
  if (status === 'stopped') return t('stoppedEarly');
  if (status === 'interrupted') return t('interruptedNote');
  if (status !== 'finished') return undefined;
  if (finishReason === 'length') return t('endedLength');
  if (finishReason === 'content_filter') return t('endedFilter');
  if (finishReason === 'refusal') return t(text === '' ? 'endedRefusalSilent' : 'endedRefusal');
  if (finishReason === 'other') return t('endedOther');
  return text === '' && toolCalls.length === 0 ? t('emptyAnswer') : undefined;
}

type AnswerNotesProps = {
  answer: RunAnswer;
  onRetry?: () => void;
  onContinue?: () => void;
  retrying?: boolean;
  /** Where a key that is not accepted can be entered anew. */
  keysAt?: '/settings/models' | '/settings/private-runs';
};

/** Below an answer: why it failed and the way on, how it ended, what to know. */
export function AnswerNotes(props: AnswerNotesProps) {
  const { answer, onRetry, onContinue, retrying, keysAt = '/settings/models' } = props;
  const note = endingNote(answer);
  return (
    <>
      {answer.error && (
        <ProblemMessage
          action={
            answer.error.code === 'model.unauthorized' ? (
              <ButtonLink size="small" to={keysAt}>
                {t('checkKey')}
              </ButtonLink>
            ) : (
              onRetry && (
                <Button size="small" icon={<RotateCw />} busy={retrying} onClick={onRetry}>
                  {t('retry')}
                </Button>
              )
            )
          }
        >
          {answer.error.message}
        </ProblemMessage>
      )}
      {note && <p className="text-12 text-ink-3">{note}</p>}
      {onContinue && mayContinue(answer) && (
        <Button
          size="small"
          className="justify-self-start self-start"
          icon={<ListPlus />}
          busy={retrying}
          onClick={onContinue}
        >
          {t('continueAnswer')}
        </Button>
      )}
      {isOver(answer.status) &&
        answer.warnings.map((warning) => (
          <p key={warning} className="flex items-start gap-1.5 text-12 text-warn wrap-anywhere">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            {warning}
          </p>
        ))}
    </>
  );
}

type ToolCallsProps = { calls: RunAnswer['toolCalls']; streaming: boolean };

/** Each step of a model with tools: what it called, and what came of it once the tool has answered. */
export function ToolCalls({ calls, streaming }: ToolCallsProps) {
  return calls.map(({ id, name, input, result }) => (
    <section key={id} aria-label={t('toolCall', { name })} className="rounded-md border border-line">
      <h3 className="flex items-center gap-2 border-b border-line px-3 py-1.5 font-mono text-12 text-ref">
        <span className="min-w-0 truncate">{t('toolCall', { name })}</span>
        {result && (
          <span className="ml-auto shrink-0 font-sans text-ink-3 tabular">
            {formatDuration(result.durationMs)}
          </span>
        )}
      </h3>
      <JsonView label={name} value={input} className="px-2 py-1.5" />
      {result ? (
        <ToolResult result={result} />
      ) : (
        streaming && (
          <p className="flex items-center gap-2 border-t border-line px-3 py-1.5 text-12 text-ink-3">
            <Spinner />
            {t('toolWorking')}
          </p>
        )
      )}
    </section>
  ));
}

function ToolResult({ result }: { result: NonNullable<RunAnswer['toolCalls'][number]['result']> }) {
  return (
    <details className="border-t border-line text-12">
      <summary
        className={`flex items-center gap-1.5 px-3 py-1.5 hover:text-ink ${result.ok ? 'text-ink-2' : 'text-warn'}`}
      >
        {!result.ok && <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />}
        <span className="min-w-0 truncate">
          {result.ok ? t('toolAnswered') : t('toolFailed')}
          <span className="ml-1.5 font-mono text-ink-3">{result.output.slice(0, 200)}</span>
        </span>
      </summary>
      <pre className="max-h-64 overflow-auto border-t border-line px-3 py-2 font-mono whitespace-pre-wrap wrap-anywhere">
        {result.output === '' ? t('toolSaidNothing') : result.output}
      </pre>
      {result.partId !== undefined && (
        <ButtonLink size="small" className="m-2" to="/runs/$runId" params={{ runId: result.partId }}>
          {t('toolOpenRun')}
        </ButtonLink>
      )}
    </details>
  );
}

/** What the model thought before it answered, folded away once it speaks. */
export function Reasoning({ answer, streaming }: { answer: RunAnswer; streaming: boolean }) {
  if (answer.reasoning === '') return null;
  const thinking = streaming && answer.text === '';
  return (
    <details open={thinking} className="rounded-md border border-line bg-bg text-12 text-ink-2">
      <summary className="px-3 py-1.5 text-ink-3 hover:text-ink">
        {thinking ? t('reasoningGoing') : t('reasoning')}
      </summary>
      <p className="max-h-64 overflow-auto border-t border-line px-3 py-2 whitespace-pre-wrap wrap-anywhere">
        {answer.reasoning}
      </p>
    </details>
  );
}
