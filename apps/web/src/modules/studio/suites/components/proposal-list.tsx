import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { type Crumb, Page } from '../../../../shell/page.tsx';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { isOver, useStopRun } from '../../runs/index.ts';
import { type CaseSet, casesKey, type NewCase } from '../api/cases.ts';
import type { PromptFacts } from '../api/prompt-facts.ts';
import { addCases, proposalsQuery } from '../api/proposals.ts';
import { t } from '../state/proposal-messages.ts';
import { decide, edit, openProposals } from '../state/proposal-review.ts';
import { useProposalReview } from '../state/use-proposal-review.ts';
import { ProposalCard } from './proposal-card.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';

type ProposalListProps = {
  set: CaseSet;
  facts: PromptFacts;
  runId: string;
  crumbs: readonly Crumb[];
  onAgain: () => void;
};

/** What a model proposed, to be accepted, edited or rejected one by one or all at once. */
export function ProposalList({ set, facts, runId, crumbs, onAgain }: ProposalListProps) {
  const queries = useQueryClient();
  const query = useQuery(proposalsQuery(set.id, runId));
  const [review, setReview] = useProposalReview(runId);
  const [edited, setEdited] = useState<number>();
  const [adding, setAdding] = useState<readonly number[]>([]);
  const [problem, setProblem] = useState<string>();
  const stop = useStopRun();
  const proposals = query.data;
  const asked = proposals?.cases ?? [];
  const caseAt = (index: number) => review[index]?.edited ?? (asked[index] as NewCase);
  const open = proposals ? openProposals(review, asked.length, proposals.duplicates) : [];
  const isGoing = proposals !== undefined && !isOver(proposals.status);
  const accept = async (indices: readonly number[]) => {
    if (adding.length > 0 || indices.length === 0) return;
    setAdding(indices);
    setProblem(undefined);
    try {
      await addCases({ caseSetId: set.id, cases: indices.map(caseAt) });
      setReview(decide(review, indices, 'accepted'));
      toast({ tone: 'ok', text: t('added', { count: indices.length }) });
      void queries.invalidateQueries({ queryKey: [...casesKey, 'list', set.id] });
      void queries.invalidateQueries({ queryKey: [...casesKey, 'set', set.id] });
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setAdding([]);
    }
  };
  return (
    <Page
      title={t('title')}
      crumbs={crumbs}
      layout="prose"
      actions={
        <>
          <ButtonLink to="/suites/cases/$caseSetId" params={{ caseSetId: set.id }} className="max-md:hidden">
            {t('toSet')}
          </ButtonLink>
          {isGoing ? (
            <Button busy={stop.isPending} onClick={() => stop.mutate(runId)}>
              {t('stop')}
            </Button>
          ) : (
            <Button onClick={onAgain}>{t('again')}</Button>
          )}
          {open.length > 0 && (
            <Button
              kind="primary"
              icon={<Check />}
              title={t('acceptAllHint')}
              busy={adding.length > 1}
              onClick={() => void accept(open)}
            >
              {t('acceptAll', { count: open.length })}
            </Button>
          )}
        </>
      }
    >
      {query.error && !proposals ? (
        <ErrorState title={t('failed')} reason={query.error.message} onRetry={() => void query.refetch()} />
      ) : !proposals ? (
        <SkeletonRows rows={6} />
      ) : (
        <div className="grid min-w-0 gap-4">
          <p role="status" className="flex flex-wrap gap-x-2 text-ink-3 tabular">
            {isGoing && <span>{t('asking')}</span>}
            <span>{t('arrived', { count: asked.length })}</span>
            {!isGoing && (
              <span>
                ·{' '}
                {t('cost', {
                  cost: formatCost(proposals.microDollars === null ? null : proposals.microDollars / 1e6),
                })}
              </span>
            )}
            <PageLink to="/runs/$runId" params={{ runId }}>
              {t('openRun')}
            </PageLink>
          </p>
          {problem && <ProblemMessage>{problem}</ProblemMessage>}
          {proposals.problems.length > 0 && (
            <ProblemMessage severity="warning">
              <p className="font-medium">{t('problems', { count: proposals.problems.length })}</p>
              <ul>
                {proposals.problems.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </ProblemMessage>
          )}
          {asked.length === 0 &&
            (isGoing ? (
              <>
                <p className="text-ink-3">{t('waiting')}</p>
                <SkeletonRows rows={4} />
              </>
            ) : (
              <EmptyState
                icon={<ListPlus />}
                title={t('none')}
                hint={t('noneHint')}
                action={<Button onClick={onAgain}>{t('again')}</Button>}
              />
            ))}
          <ul aria-label={t('list')} className="grid min-w-0 gap-3">
            {asked.map((_, index) => (
              <ProposalCard
                // biome-ignore lint/suspicious/noArrayIndexKey: a proposal is its place
                key={index}
                given={caseAt(index)}
                reviewed={review[index] ?? {}}
                duplicateOf={proposals.duplicates.find((one) => one.index === index)?.of}
                busy={adding.includes(index)}
                onAccept={() => void accept([index])}
                onEdit={() => setEdited(index)}
                onReject={() => setReview(decide(review, [index], 'rejected'))}
                onBack={() => setReview(decide(review, [index], undefined))}
              />
            ))}
          </ul>
        </div>
      )}
      {edited !== undefined && (
        <ProposalDialog
          given={caseAt(edited)}
          variables={facts.variables}
          onClose={() => setEdited(undefined)}
          onKeep={(next) => {
            setReview(edit(review, edited, next));
            setEdited(undefined);
          }}
        />
      )}
    </Page>
  );
}
