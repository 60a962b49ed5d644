import { useQuery } from '@tanstack/react-query';
import { GitBranch } from 'lucide-react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { settingsWords } from '../../suites/index.ts';
import { type Candidate, type CandidateDetail, candidateQuery, type Report } from '../api/optimisations.ts';
import { t } from '../messages.ts';

type CandidatePanelProps = {
  candidate: Candidate;
  lanes: Report['lanes'];
  mayAdopt: boolean;
  onAdopt: () => void;
};

/** A candidate beside the original: what it changes, and each case before and after. */
export function CandidatePanel({ candidate, lanes, mayAdopt, onAdopt }: CandidatePanelProps) {
  const { data, error, refetch } = useQuery(candidateQuery(candidate.id));
  const isWhole = candidate.number > 0 && candidate.discarded === null && candidate.seen.rate !== null;
  return (
    <div className="grid min-w-0 gap-4 py-4">
      <div className="grid gap-2 px-4">
        <p className="font-medium wrap-anywhere">
          {candidate.number === 0
            ? t('original')
            : candidate.idea || t('after', { number: candidate.number })}
        </p>
        {candidate.discarded && <ProblemMessage severity="warning">{candidate.discarded}</ProblemMessage>}
        {isWhole && mayAdopt && (
          <Button kind="primary" icon={<GitBranch />} className="w-fit" onClick={onAdopt}>
            {t('adopt')}
          </Button>
        )}
      </div>
      {error && !data ? (
        <ErrorState
          compact
          title={t('candidateFailed')}
          reason={error.message}
          onRetry={() => void refetch()}
        />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          {candidate.number > 0 && data.document && (
            <section aria-label={t('changes')} className="min-w-0 border-y border-line">
              <CompareView
                before={t('before')}
                after={t('after', { number: candidate.number })}
                parts={partsOf(data.original.sections, data.document.sections)}
              />
            </section>
          )}
          <Cases items={data.items} number={candidate.number} lanes={lanes} />
        </>
      )}
    </div>
  );
}

type Sections = CandidateDetail['original']['sections'];

const partsOf = (before: Sections, now: Sections) =>
  now.map((section) => {
    const was = before.find(({ id }) => id === section.id);
    return {
      id: section.id,
      label: t(was ? 'section' : 'sectionAdded', { kind: section.role ?? section.kind }),
      before: was?.text ?? '',
      after: section.text,
    };
  });

const words = {
  passed: 'passed',
  failed: 'missed',
  error: 'error',
  waiting: 'pending',
  running: 'pending',
} as const;
const tones = { passed: 'ok', failed: 'bad', error: 'warn', waiting: 'plain', running: 'plain' } as const;

const laneWords = (lane: Report['lanes'][number] | undefined) =>
  lane ? [lane.model, settingsWords(lane.settings)].filter((words) => words !== '').join(' · ') : '';

type CasesProps = Pick<CandidateDetail, 'items'> & { number: number; lanes: Report['lanes'] };

function Cases({ items, number, lanes }: CasesProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={t('cases')} className="grid min-w-0 gap-2 px-4">
      <h3 className="font-medium">{t('cases')}</h3>
      <ul className="grid min-w-0 gap-2">
        {items.map(({ caseId, caseName, isHeldOut, lane, repetition, before, after }) => (
          <li key={`${caseId} ${lane} ${repetition}`} className="min-w-0 rounded-lg border border-line p-3">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium wrap-anywhere">{caseName}</span>
              {isHeldOut && <Chip>{t('unseen')}</Chip>}
              <Chip tone={tones[after.status]}>
                {before
                  ? t('wasNow', { before: t(words[before.status]), after: t(words[after.status]) })
                  : t(words[after.status])}
              </Chip>
            </p>
            {lanes.length > 1 && <p className="font-mono text-12 text-ink-3">{laneWords(lanes[lane])}</p>}
            {before && <Answer label={t('before')} answer={before} />}
            <Answer label={number === 0 ? t('before') : t('after', { number })} answer={after} />
            {after.reason && <p className="mt-1 text-12 text-ink-3 wrap-anywhere">{after.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The beginning of an answer; its run shows the whole. */
const Answer = ({ label, answer }: { label: string; answer: CandidateDetail['items'][number]['after'] }) => (
  <div className="mt-1">
    <p className="text-12 text-ink-3">
      {answer.runId === null ? (
        label
      ) : (
        <PageLink to="/runs/$runId" params={{ runId: answer.runId }}>
          {label}
        </PageLink>
      )}
    </p>
    <p className="line-clamp-3 text-ink-2 wrap-anywhere">{answer.excerpt}</p>
  </div>
);
