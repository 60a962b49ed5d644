import type { VoteResultView } from '@promptvault/contract/studio/runs/shapes';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { t } from '../messages.ts';
import { isOver } from '../state/run-answer.ts';
import { drawnText } from './drawn-words.ts';

/** What several samples answered: the most often given answer first, each with who gave it. */
export function VoteView({ vote }: { vote: VoteResultView }) {
  const { samples, votes, agreement, winner } = vote;
  const over = samples.filter(({ status }) => isOver(status)).length;
  const finished = samples.filter(({ status }) => status === 'finished').length;
  const silent = samples.flatMap(({ answer, status }, place) =>
    answer === null && isOver(status) ? [place] : [],
  );
  return (
    <section aria-label={t('vote')} className="rounded-md border border-line text-13">
      <h3 className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5 text-12">
        <span className="font-medium">{t('vote')}</span>
        <span className="ml-auto flex items-center gap-2 text-ink-3 tabular">
          {over < samples.length ? (
            <>
              <Spinner />
              {t('voteGoing', { done: over, all: samples.length })}
            </>
          ) : (
            agreement !== null &&
            t('voteAgreement', {
              count: Math.round(agreement * finished),
              all: finished,
              percent: Math.round(agreement * 100),
            })
          )}
        </span>
      </h3>
      <ol className="grid gap-px">
        {votes.map(({ answer, samples: places }) => (
          <li key={answer} className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-1.5">
            <span
              aria-hidden="true"
              className={`absolute inset-y-0 left-0 ${places.includes(winner ?? -1) ? 'bg-accent/12' : 'bg-ink-3/8'}`}
              style={{ width: `${(places.length / samples.length) * 100}%` }}
            />
            <span className="relative min-w-0 flex-1 basis-40 font-medium wrap-anywhere">
              {answer.length > 200 ? `${answer.slice(0, 200)}…` : answer}
            </span>
            <SampleLinks vote={vote} places={places} />
          </li>
        ))}
        {silent.length > 0 && (
          <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-1.5 text-ink-3">
            <span className="min-w-0 flex-1 basis-40">{t('voteSilent')}</span>
            <SampleLinks vote={vote} places={silent} />
          </li>
        )}
      </ol>
    </section>
  );
}

function SampleLinks({ vote, places }: { vote: VoteResultView; places: readonly number[] }) {
  return (
    <span className="relative flex flex-wrap gap-x-2 text-12 tabular">
      {places.map((place) => {
        const sample = vote.samples[place];
        const drawn = sample && drawnText(sample);
        const number = place + 1;
        return (
          <PageLink
            key={place}
            to="/runs/$runId"
            params={{ runId: sample?.runId ?? '' }}
            aria-label={drawn ? t('voteSampleDrawn', { number, drawn }) : t('voteSample', { number })}
          >
            {`#${number}`}
            {drawn && <span className="text-ink-3"> {drawn}</span>}
          </PageLink>
        );
      })}
    </span>
  );
}
