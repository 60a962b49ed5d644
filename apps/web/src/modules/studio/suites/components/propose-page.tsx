import { useQuery } from '@tanstack/react-query';
import { Page } from '../../../../shell/page.tsx';
import { useMay } from '../../../../shell/session.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { caseSetQuery } from '../api/cases.ts';
import { promptFactsQuery } from '../api/prompt-facts.ts';
import { t as cases } from '../state/case-messages.ts';
import type { ProposeSearch } from '../state/case-search.ts';
import { frameText } from '../state/frame-text.ts';
import { t } from '../state/proposal-messages.ts';
import { ProposalList } from './proposal-list.tsx';
import { ProposeForm } from './propose-form.tsx';

type ProposePageProps = {
  caseSetId: string;
  search: ProposeSearch;
  onSearch: (search: ProposeSearch) => void;
};

/** Asks a model for cases of a set, and shows what it proposes; the run it was asked with stands in the address. */
export function ProposePage({ caseSetId, search: { run }, onSearch }: ProposePageProps) {
  const set = useQuery(caseSetQuery(caseSetId));
  const facts = useQuery(promptFactsQuery(set.data?.promptId ?? ''));
  const mayWrite = useMay()('case.write');
  const failed = [set, facts].find(({ error, data }) => error && !data);
  const crumbs = [
    { label: frameText('title'), to: '/suites' },
    ...(set.data
      ? [
          { label: cases('sets'), to: `/suites/cases?prompt=${set.data.promptId}` },
          { label: set.data.name, to: `/suites/cases/${caseSetId}` },
        ]
      : []),
  ];
  if (failed?.error)
    return (
      <Page title={t('title')} crumbs={crumbs}>
        <ErrorState
          title={t('setFailed')}
          reason={failed.error.message}
          onRetry={() => void failed.refetch()}
        />
      </Page>
    );
  if (!set.data || !facts.data)
    return (
      <Page title={t('title')} crumbs={crumbs} layout="prose">
        <SkeletonRows rows={6} />
      </Page>
    );
  if (!mayWrite)
    return (
      <Page title={t('title')} crumbs={crumbs} layout="prose">
        <ProblemMessage severity="info">{t('notAllowed')}</ProblemMessage>
      </Page>
    );
  return run === undefined ? (
    <Page title={t('title')} crumbs={crumbs} layout="prose">
      <ProposeForm set={set.data} facts={facts.data} onAsked={(runId) => onSearch({ run: runId })} />
    </Page>
  ) : (
    <ProposalList
      key={run}
      set={set.data}
      facts={facts.data}
      runId={run}
      crumbs={crumbs}
      onAgain={() => onSearch({})}
    />
  );
}
