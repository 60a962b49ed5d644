import { useState } from 'react';
import { useSession } from '../../../../shell/session.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { Badge } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { type Mention, MentionField, mentionsToStored } from '../../discussion/index.ts';
import type { Review, ReviewChanges } from '../api/reviews.ts';
import { t } from '../messages.ts';

type Verdict = Review['verdicts'][number]['verdict'];

const looks = {
  approve: { tone: 'ok', label: () => t('hasApproved') },
  request_changes: { tone: 'warn', label: () => t('changesWanted') },
  comment: { tone: 'plain', label: () => t('hasCommented') },
} as const;

/** Who looks at it, and where one says what one thinks. */
export function VerdictBox({ review, changes }: { review: Review; changes: ReviewChanges }) {
  return (
    <>
      <section aria-label={t('people')} className="mb-5">
        <h2 className="mb-2 text-14 font-semibold">{t('people')}</h2>
        <p className="mb-2 text-12 text-ink-3 tabular">
          {t('approvals', { have: review.approvals, need: review.requiredApprovals })}
        </p>
        <ul className="flex flex-col gap-1.5">
          {review.reviewers.map(({ person, verdict }) => (
            <li key={person.id} className="flex items-center gap-2">
              <Avatar name={person.name} size="small" />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              <Badge tone={verdict ? looks[verdict].tone : 'plain'}>
                {verdict ? looks[verdict].label() : t('notYet')}
              </Badge>
            </li>
          ))}
        </ul>
      </section>
      {(review.state === 'draft' || review.state === 'open') && review.sourceVersion !== null && (
        <Decide review={review} version={review.sourceVersion} changes={changes} />
      )}
    </>
  );
}

type Words = { text: string; people: readonly Mention[] };

const noWords: Words = { text: '', people: [] };

type DecideProps = { review: Review; version: number; changes: ReviewChanges };

function Decide({ review, version, changes }: DecideProps) {
  const [{ text, people }, setWords] = useState<Words>(noWords);
  // A verdict is about what was looked at: a version that comes meanwhile is looked at first.
  const [seen, setSeen] = useState(version);
  const isOwn = useSession()?.person.id === review.author?.id;
  const { decide } = changes;
  if (!review.may.decide && !isOwn) return null;
  const say = (verdict: Verdict) =>
    decide.mutate(
      { verdict, body: mentionsToStored(text.trim(), people), version: seen },
      { onSuccess: () => setWords(noWords) },
    );
  return (
    <section aria-label={t('decide')} className="mb-5 flex flex-col gap-2">
      <h2 className="text-14 font-semibold">{t('decide')}</h2>
      {!review.may.decide ? (
        <p className="text-ink-3">{t('ownReview')}</p>
      ) : (
        <>
          <MentionField
            thing={{ kind: 'review', id: review.id }}
            label={t('verdictText')}
            rows={3}
            text={text}
            people={people}
            onChange={(next) => setWords((words) => ({ ...words, ...next }))}
          />
          {seen !== version && (
            <p role="status" className="rounded-md bg-warn-weak px-2.5 py-2 text-warn">
              {t('movedMeanwhile', { version })}{' '}
              <Button size="small" onClick={() => setSeen(version)}>
                {t('lookedAgain')}
              </Button>
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button
              kind="primary"
              busy={decide.isPending}
              disabled={seen !== version}
              onClick={() => say('approve')}
            >
              {t('approve')}
            </Button>
            <Button
              busy={decide.isPending}
              disabled={seen !== version}
              onClick={() => say('request_changes')}
            >
              {t('requestChanges')}
            </Button>
            <Button
              kind="quiet"
              busy={decide.isPending}
              disabled={seen !== version || text.trim() === ''}
              onClick={() => say('comment')}
            >
              {t('comment')}
            </Button>
          </div>
        </>
      )}
      {decide.error && <ProblemMessage>{decide.error.message}</ProblemMessage>}
    </section>
  );
}
