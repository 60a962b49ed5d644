import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { caseSetsQuery, createCaseSet } from '../api/cases.ts';
import { createSuite, promptChoicesQuery, suitesKey } from '../api/suites.ts';
import { t } from '../messages.ts';
import type { OfPrompt } from '../state/case-search.ts';
import { frameText } from '../state/frame-text.ts';
import { bodyOf, emptyDraft, type SuiteDraft } from '../state/suite-draft.ts';
import { PromptChoice } from './prompt-choice.tsx';
import { SuiteForm } from './suite-form.tsx';

type NewSuitePageProps = { search: OfPrompt; onSearch: (search: OfPrompt) => void };

/** Makes a suite of a prompt; its set of cases may be made with it. */
export function NewSuitePage({ search, onSearch }: NewSuitePageProps) {
  const prompts = useQuery(promptChoicesQuery);
  const promptId = search.prompt ?? '';
  const sets = useQuery(caseSetsQuery(promptId));
  return (
    <Page title={t('create')} crumbs={[{ label: frameText('title'), to: '/suites' }]} layout="prose">
      {prompts.error ? (
        <ErrorState
          title={t('failed')}
          reason={prompts.error.message}
          onRetry={() => void prompts.refetch()}
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
          ) : sets.data ? (
            <Making key={promptId} promptId={promptId} firstSet={sets.data[0]?.id ?? ''} />
          ) : sets.error ? (
            <ErrorState title={t('failed')} reason={sets.error.message} onRetry={() => void sets.refetch()} />
          ) : (
            <SkeletonRows rows={5} />
          )}
        </div>
      )}
    </Page>
  );
}

function Making({ promptId, firstSet }: { promptId: string; firstSet: string }) {
  const queries = useQueryClient();
  const router = useRouter();
  const send = async (draft: SuiteDraft) => {
    const isNew = draft.caseSetId === '';
    const caseSetId = isNew ? (await createCaseSet({ promptId, name: draft.name })).id : draft.caseSetId;
    const suite = await createSuite({ ...bodyOf(draft), promptId, caseSetId });
    await queries.invalidateQueries({ queryKey: suitesKey });
    // A set without cases is filled first: a suite with none has nothing to run.
    if (isNew) await router.navigate({ to: '/suites/cases/$caseSetId', params: { caseSetId } });
    else await router.navigate({ to: '/suites/$suiteId', params: { suiteId: suite.id } });
  };
  return (
    <SuiteForm
      promptId={promptId}
      first={{ ...emptyDraft, caseSetId: firstSet }}
      action={t('make')}
      offersNewSet
      onSend={send}
    />
  );
}
