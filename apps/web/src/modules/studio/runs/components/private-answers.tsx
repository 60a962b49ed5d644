import { useQueryClient } from '@tanstack/react-query';
import { CircleStop, Hourglass, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { privatePolicyQuery } from '../api/private-runs.ts';
import { t as answerText } from '../messages.ts';
import { privateRuns } from '../state/open-private.ts';
import { t } from '../state/private-messages.ts';
import { isOver } from '../state/run-answer.ts';
import { usePrivateRuns } from '../state/use-private.ts';
import type { FollowedRun } from '../state/use-run.ts';
import { AnswerFrame } from './answer-frame.tsx';
import { AnswerNotes } from './answer-notes.tsx';
import { PrivateMark } from './private-mark.tsx';

/** The answers of private runs side by side: they are in the memory of this tab and nowhere else. */
export function PrivateAnswers({ comparisonId }: { comparisonId: string }) {
  const runs = usePrivateRuns(comparisonId);
  if (!runs) return <EmptyState icon={<Hourglass />} title={t('goneTitle')} hint={t('goneHint')} />;
  return (
    <div className="flex min-h-0 flex-1 snap-x snap-mandatory divide-x divide-line overflow-x-auto">
      {runs.map((each) => (
        <PrivateAnswer
          key={each.run.id}
          {...each}
          className="min-w-48 flex-1 snap-start max-md:min-w-[85%]"
        />
      ))}
    </div>
  );
}

function PrivateAnswer({ run, answer, className }: FollowedRun & { className: string }) {
  const [stopping, setStopping] = useState(false);
  const queries = useQueryClient();
  // The organization may have forbidden private runs since.
  const again = () =>
    void queries.fetchQuery({ ...privatePolicyQuery, staleTime: 0 }).then(
      ({ allowed }) => (allowed ? privateRuns().again(run.id) : toast({ tone: 'bad', text: t('forbidden') })),
      (error: Error) => toast({ tone: 'bad', text: error.message }),
    );
  return (
    <AnswerFrame
      run={run}
      answer={answer}
      formatted
      className={className}
      mark={
        <>
          {run.setName !== null && <span className="truncate text-12 text-ink-3">{run.setName}</span>}
          <PrivateMark />
        </>
      }
      buttons={
        <>
          {isOver(answer.status) ? (
            <IconButton
              size="small"
              label={t('again', { model: run.model })}
              icon={<RotateCw />}
              onClick={again}
            />
          ) : (
            <IconButton
              size="small"
              label={stopping ? t('stopping') : t('stop', { model: run.model })}
              icon={<CircleStop />}
              disabled={stopping}
              onClick={() => {
                setStopping(true);
                privateRuns().stop(run.id);
              }}
            />
          )}
          {answer.text !== '' && (
            <CopyButton size="small" label={answerText('copyAnswer')} text={() => answer.text} />
          )}
        </>
      }
    >
      <AnswerNotes answer={answer} onRetry={again} keysAt="/settings/private-runs" />
    </AnswerFrame>
  );
}
