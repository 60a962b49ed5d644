import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { PromptChoice, promptChoicesQuery } from '../../suites/index.ts';
import { createExperiment, experimentsKey, type LabelFacts, labelFactsQuery } from '../api/experiments.ts';
import { t } from '../messages.ts';
import { bodyOf, newDraft } from '../state/experiment-draft.ts';
import type { ExperimentSearch } from '../state/experiment-search.ts';
import { frameText } from '../state/frame-text.ts';
import { ExperimentForm } from './experiment-form.tsx';

type NewExperimentPageProps = { search: ExperimentSearch; onSearch: (search: ExperimentSearch) => void };

/** Plans an experiment on a label of a prompt. */
export function NewExperimentPage({ search, onSearch }: NewExperimentPageProps) {
  const prompts = useQuery(promptChoicesQuery);
  const promptId = search.prompt ?? '';
  const facts = useQuery(labelFactsQuery(promptId));
  const problem = prompts.error ?? facts.error;
  const crumbs = [
    { label: frameText('suites'), to: '/suites' },
    { label: frameText('title'), to: '/suites/experiments' },
  ];
  return (
    <Page title={t('create')} crumbs={crumbs} layout="prose">
      {problem ? (
        <ErrorState
          title={t('failed')}
          reason={problem.message}
          onRetry={() => void Promise.all([prompts.refetch(), facts.refetch()])}
        />
      ) : !prompts.data ? (
        <SkeletonRows rows={5} />
      ) : prompts.data.length === 0 ? (
        <EmptyState
          title={t('noPrompts')}
          hint={t('noPromptsHint')}
          action={
            <ButtonLink kind="primary" to="/prompts">
              {t('openPrompts')}
            </ButtonLink>
          }
        />
      ) : (
        <div className="flex flex-col gap-5">
          <PromptChoice value={promptId} onChange={(prompt) => onSearch(prompt ? { prompt } : {})} />
          {promptId === '' ? (
            <p className="text-ink-3">{t('promptFirst')}</p>
          ) : facts.data ? (
            <Making key={promptId} promptId={promptId} facts={facts.data} />
          ) : (
            <SkeletonRows rows={5} />
          )}
        </div>
      )}
    </Page>
  );
}

function Making({ promptId, facts }: { promptId: string; facts: LabelFacts }) {
  const queries = useQueryClient();
  const router = useRouter();
  const hasLabel = facts.labels.some(({ version }) => version !== null);
  if (!hasLabel || facts.versions.length < 2)
    return (
      <EmptyState
        compact
        title={t(hasLabel ? 'twoVersions' : 'noLabels')}
        hint={t(hasLabel ? 'twoVersionsHint' : 'noLabelsHint')}
        action={
          <ButtonLink to="/prompts/$promptId" params={{ promptId }}>
            {t('openPrompt')}
          </ButtonLink>
        }
      />
    );
  return (
    <ExperimentForm
      promptId={promptId}
      first={newDraft(facts)}
      action={t('make')}
      onSend={async (draft) => {
        const { id } = await createExperiment({ ...bodyOf(draft), promptId, label: draft.label });
        await queries.invalidateQueries({ queryKey: experimentsKey });
        await router.navigate({ to: '/suites/experiments/$experimentId', params: { experimentId: id } });
      }}
    />
  );
}
