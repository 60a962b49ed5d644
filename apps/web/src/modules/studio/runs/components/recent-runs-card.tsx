import { useQuery } from '@tanstack/react-query';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { StatusDot } from '../../../../ui/badge.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { recentRunsQuery } from '../api/runs.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { useLiveAnswers } from '../state/use-run.ts';
import { costText, promptText, statusText, statusTones } from './run-words.ts';

/** The last runs on the home page; those that go on show it. */
export function RecentRunsCard() {
  const { data, error, refetch } = useQuery(recentRunsQuery(6));
  const { answer } = useLiveAnswers(data ?? []);
  return (
    <section aria-label={frameText('recent')} className="min-w-0 rounded-lg border border-line bg-panel">
      <header className="flex items-center justify-between border-b border-line py-1.5 pr-2 pl-4">
        <h3 className="font-semibold">{frameText('recent')}</h3>
        <ButtonLink kind="quiet" size="small" to="/runs">
          {t('allRuns')}
        </ButtonLink>
      </header>
      {error ? (
        <ErrorState title={t('runsFailed')} reason={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.length === 0 ? (
        <p className="px-4 py-6 text-ink-3">
          {t('none')}. {t('noneHint')}
        </p>
      ) : (
        <ul>
          {data.map((run) => {
            const current = answer(run);
            return (
              <li
                key={run.id}
                className="flex h-9 items-center gap-3 border-b border-line px-4 last:border-0"
              >
                <StatusDot tone={statusTones[current.status]} label={statusText(current.status)} />
                <PageLink
                  to="/runs/$runId"
                  params={{ runId: run.id }}
                  className="min-w-0 flex-1 truncate text-ink! no-underline! hover:underline!"
                >
                  {promptText(run)}
                </PageLink>
                <span className="w-32 shrink-0 truncate text-right font-mono text-12 text-ink-3 max-md:hidden">
                  {run.model}
                </span>
                <span className="w-14 shrink-0 text-right text-12 text-ink-2 tabular">
                  {costText(current)}
                </span>
                <RelativeTime time={run.createdAt} className="w-18 shrink-0 text-right text-12 text-ink-3" />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
