import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { JsonView } from '../../../../ui/json-view.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { runQuery } from '../api/runs.ts';
import { t } from '../messages.ts';
import { isOver, type Run, type RunAnswer } from '../state/run-answer.ts';
import { StreamedText } from './streamed-text.tsx';

type AnswerFormProps = { run: Run; answer: RunAnswer; formatted: boolean };

/** An answer as it grows; where its prompt asks for a form, as a tree once it has it, and else with what is wrong. */
export function AnswerForm({ run, answer, formatted }: AnswerFormProps) {
  const { outcome, text, status, isRepairing } = answer;
  const hasForm = outcome?.kind === 'valid' || outcome?.kind === 'repaired';
  const json = useQuery({ ...runQuery(run.id), enabled: hasForm }).data?.json;
  const words = text !== '' && <StreamedText text={text} formatted={formatted} streaming={!isOver(status)} />;
  if (isRepairing)
    return (
      <>
        {words}
        <p role="status" className="text-12 text-warn">
          {t('formRepairing')}
        </p>
      </>
    );
  if (!outcome) return words;
  const tree = hasForm && json !== undefined && json !== null;
  if (outcome.kind === 'repaired' && tree)
    return (
      <>
        <div className="flex items-start gap-1">
          <JsonView label={t('answer')} value={json} className="flex-1" />
          <CopyButton size="small" label={t('formCopyRepaired')} text={() => JSON.stringify(json, null, 2)} />
        </div>
        <details className="rounded-md border border-line bg-bg text-12 text-ink-2">
          <summary className="px-3 py-1.5 text-ink-3 hover:text-ink">{t('formFirst')}</summary>
          <div className="grid gap-2 border-t border-line px-3 py-2">
            <pre className="max-h-64 overflow-auto whitespace-pre-wrap wrap-anywhere">{text}</pre>
            <Problems problems={outcome.problems} />
            {outcome.repair && <RepairLink runId={outcome.repair.runId} />}
          </div>
        </details>
      </>
    );
  if (tree && formatted) return <JsonView label={t('answer')} value={json} />;
  return (
    <>
      {words}
      {outcome.kind === 'invalid' && <Wrong outcome={outcome} />}
      {outcome.kind === 'unchecked' && (
        <ProblemMessage severity="warning">
          {t('formSchema')}
          <Problems problems={outcome.problems} />
        </ProblemMessage>
      )}
    </>
  );
}

type Outcome = NonNullable<RunAnswer['outcome']>;

function Wrong({ outcome: { problems, repair, note } }: { outcome: Outcome }) {
  return (
    <ProblemMessage severity="warning">
      {t('formProblems')}
      <Problems problems={problems} />
      {repair && t('formRepairProblems')}
      {repair && <Problems problems={repair.problems} />}
      {note !== null && t('formNotAgain', { reason: note })}
      {repair && <RepairLink runId={repair.runId} />}
    </ProblemMessage>
  );
}

const RepairLink = ({ runId }: { runId: string }) => (
  <ButtonLink size="small" className="justify-self-start" to="/runs/$runId" params={{ runId }}>
    {t('formOpenRepair')}
  </ButtonLink>
);

const Problems = ({ problems }: { problems: Outcome['problems'] }) => (
  <ul className="my-1 grid gap-0.5 text-12">
    {problems.map(({ path, message }) => (
      <li key={`${path} ${message}`} className="wrap-anywhere">
        <code className="font-mono">{path === '' ? t('formWhole') : path}</code>: {message}
      </li>
    ))}
  </ul>
);
