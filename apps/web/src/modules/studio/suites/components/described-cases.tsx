import type { DocumentVariable } from '@promptvault/document';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import type { NewCase } from '../api/cases.ts';
import { t } from '../state/described-messages.ts';
import { decide, edit, openProposals, type Review } from '../state/proposal-review.ts';
import { ProposalCard } from './proposal-card.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';

type DescribedCasesProps = {
  cases: readonly NewCase[];
  problems: readonly string[];
  review: Review;
  variables: readonly DocumentVariable[];
  onReview: (review: Review) => void;
};

/** The cases a model wrote with a prompt; they are stored with it, as far as they are accepted. */
export function DescribedCases({ cases, problems, review, variables, onReview }: DescribedCasesProps) {
  const [edited, setEdited] = useState<number>();
  const open = openProposals(review, cases.length, []);
  const caseAt = (index: number) => review[index]?.edited ?? (cases[index] as NewCase);
  return (
    <section aria-label={t('cases')} className="grid min-w-0 gap-3">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <h2 className="font-semibold">{t('cases')}</h2>
          <p className="text-12 text-ink-3">{t(cases.length === 0 ? 'noCases' : 'casesHint')}</p>
        </div>
        {open.length > 0 && (
          <Button icon={<Check />} onClick={() => onReview(decide(review, open, 'accepted'))}>
            {t('acceptAll', { count: open.length })}
          </Button>
        )}
      </header>
      {problems.length > 0 && (
        <ProblemMessage severity="warning">
          <p className="font-medium">{t('left', { count: problems.length })}</p>
          <ul>
            {problems.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </ProblemMessage>
      )}
      <ul className="grid min-w-0 gap-3">
        {cases.map((_, index) => (
          <ProposalCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a case is its place
            key={index}
            given={caseAt(index)}
            reviewed={review[index] ?? {}}
            duplicateOf={undefined}
            busy={false}
            isPending
            onAccept={() => onReview(decide(review, [index], 'accepted'))}
            onEdit={() => setEdited(index)}
            onReject={() => onReview(decide(review, [index], 'rejected'))}
            onBack={() => onReview(decide(review, [index], undefined))}
          />
        ))}
      </ul>
      {edited !== undefined && (
        <ProposalDialog
          given={caseAt(edited)}
          variables={variables}
          onClose={() => setEdited(undefined)}
          onKeep={(next) => {
            onReview(edit(review, edited, next));
            setEdited(undefined);
          }}
        />
      )}
    </section>
  );
}
