import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { PagePending } from '../../../../shell/page-problems.tsx';
import { useSession } from '../../../../shell/session.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { promptQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { rememberLastPrompt } from '../state/last-prompt.ts';
import type { StudioSearch } from '../state/studio-search.ts';
import { Workbench } from './workbench.tsx';

export type StudioPageProps = {
  promptId: string;
  search: StudioSearch;
  onSearch: (change: StudioSearch) => void;
};

/** One prompt: written, filled in, run, compared and saved on one page. */
export function StudioPage({ promptId, search, onSearch }: StudioPageProps) {
  const { data: prompt, error, isPending, isFetching, refetch } = useQuery(promptQuery(promptId));
  const organizationId = useSession()?.organization.id ?? '';
  const isGone = error instanceof ApiProblem && error.status === 404;
  useEffect(() => {
    if (prompt) rememberLastPrompt(organizationId, promptId);
    else if (isGone) rememberLastPrompt(organizationId, undefined);
  }, [prompt, isGone, organizationId, promptId]);
  if (isPending) return <PagePending />;
  if (!prompt)
    return (
      <Page title={frameText('title')}>
        <ErrorState
          title={t('promptFailed')}
          reason={error?.message ?? ''}
          onRetry={isGone ? undefined : () => void refetch()}
          retrying={isFetching}
        />
      </Page>
    );
  return (
    <Workbench
      key={`${organizationId} ${promptId}`}
      prompt={prompt}
      organizationId={organizationId}
      search={search}
      onSearch={onSearch}
    />
  );
}
