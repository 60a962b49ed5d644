import { useQuery } from '@tanstack/react-query';
import { GitBranch } from 'lucide-react';
import { useEffect } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { PagePending } from '../../../../shell/page-problems.tsx';
import { useSession } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { branchesQuery } from '../api/branches.ts';
import { type Prompt, promptQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { rememberLastPrompt } from '../state/last-prompt.ts';
import type { StudioSearch } from '../state/studio-search.ts';
import type { StudioBranch } from '../state/use-studio.ts';
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
  // What one may see no more does not stay in sight.
  if (!prompt || isGone)
    return (
      <Page title={frameText('title')}>
        <ErrorState
          title={t('promptFailed')}
          reason={error?.message ?? ''}
          onRetry={isGone ? undefined : () => void refetch()}
          retrying={isFetching}
          also={<ButtonLink to="/prompts">{t('allPrompts')}</ButtonLink>}
        />
      </Page>
    );
  return <OnBranch prompt={prompt} organizationId={organizationId} search={search} onSearch={onSearch} />;
}

type OnBranchProps = Omit<StudioPageProps, 'promptId'> & { prompt: Prompt; organizationId: string };

/** The default branch is known with the prompt; another one is asked for first. */
function OnBranch({ prompt, organizationId, search, onSearch }: OnBranchProps) {
  const name = search.branch ?? prompt.defaultBranch;
  const isDefault = name === prompt.defaultBranch;
  const { data, error, isPending, refetch } = useQuery({ ...branchesQuery(prompt.id), enabled: !isDefault });
  const found = data?.find((each) => each.name === name);
  if (!isDefault && isPending) return <PagePending />;
  if (!isDefault && !found)
    return (
      <Page title={prompt.title}>
        {error ? (
          <ErrorState
            title={t('branchUnknown', { name })}
            reason={error.message}
            onRetry={() => void refetch()}
          />
        ) : (
          <EmptyState
            icon={<GitBranch />}
            title={t('branchUnknown', { name })}
            hint={t('branchUnknownHint')}
            action={
              <Button kind="primary" onClick={() => onSearch({ branch: undefined })}>
                {t('backToDefault', { name: prompt.defaultBranch })}
              </Button>
            }
          />
        )}
      </Page>
    );
  const branch: StudioBranch = isDefault
    ? {
        name,
        isDefault,
        head: prompt.head?.number,
        mayWrite: prompt.may.write && prompt.deletedAt === null,
      }
    : { name, isDefault, head: found?.head?.number, mayWrite: found?.mayWrite ?? false };
  return (
    <Workbench
      key={`${organizationId} ${prompt.id} ${name}`}
      prompt={prompt}
      branch={branch}
      organizationId={organizationId}
      search={search}
      onSearch={onSearch}
    />
  );
}
