import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Page } from '../../../../shell/page.tsx';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Card } from '../../../../ui/card.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { PromptChoice, promptFactsQuery } from '../../suites/index.ts';
import { optimisationsQuery, suitesOfQuery } from '../api/optimisations.ts';
import { t } from '../messages.ts';
import type { OptimiseSearch } from '../state/optimise-search.ts';
import { OptimisationState } from './optimisation-state.tsx';
import { OptimiseForm } from './optimise-form.tsx';

type OptimisePageProps = { search: OptimiseSearch; onSearch: (search: OptimiseSearch) => void };

/** Begins an optimisation of a prompt, and lists those there were. */
export function OptimisePage({ search, onSearch }: OptimisePageProps) {
  const promptId = search.prompt ?? '';
  const router = useRouter();
  const facts = useQuery(promptFactsQuery(promptId));
  const suites = useQuery(suitesOfQuery(promptId));
  const failed = [facts, suites].find(({ error, data }) => error && !data);
  return (
    <Page title={t('title')} crumbs={[{ label: t('suites'), to: '/suites' }]} layout="prose">
      <div className="grid min-w-0 gap-5">
        <p className="text-ink-2">{t('hint')}</p>
        <PromptChoice value={promptId} onChange={(prompt) => onSearch(prompt ? { prompt } : {})} />
        {promptId === '' ? (
          <p className="text-ink-3">{t('choosePrompt')}</p>
        ) : failed?.error ? (
          <ErrorState
            compact
            title={t('failed')}
            reason={failed.error.message}
            onRetry={() => void failed.refetch()}
          />
        ) : facts.data && suites.data ? (
          <OptimiseForm
            key={promptId}
            promptId={promptId}
            facts={facts.data}
            suites={suites.data}
            suiteId={search.suite}
            onStarted={(optimisationId) =>
              void router.navigate({
                to: '/suites/optimisations/$optimisationId',
                params: { optimisationId },
              })
            }
          />
        ) : (
          <SkeletonRows rows={6} />
        )}
        {promptId !== '' && <History promptId={promptId} />}
      </div>
    </Page>
  );
}

function History({ promptId }: { promptId: string }) {
  const { data, error, refetch } = useQuery(optimisationsQuery(promptId));
  return (
    <Card title={t('history')}>
      {error && !data ? (
        <ErrorState compact title={t('failed')} reason={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={2} />
      ) : data.length === 0 ? (
        <p className="px-4 py-3 text-ink-3">{t('none')}</p>
      ) : (
        <ul>
          {data.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 tabular first:border-t-0"
            >
              <PageLink to="/suites/optimisations/$optimisationId" params={{ optimisationId: one.id }}>
                {one.branch} v{one.version}
              </PageLink>
              <OptimisationState status={one.status} />
              <span className="text-ink-3">{t('count', { count: one.candidates })}</span>
              <span className="text-ink-3">{formatCost(one.microDollars / 1e6)}</span>
              <span className="ml-auto text-12 text-ink-3">
                {one.startedBy?.name} · <RelativeTime time={one.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
