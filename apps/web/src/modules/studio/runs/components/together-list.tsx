import { isPart } from '@promptvault/contract/studio/runs/kinds';
import { useQuery } from '@tanstack/react-query';
import { GitCompare } from 'lucide-react';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { StatusDot } from '../../../../ui/badge.tsx';
import { comparisonQuery } from '../api/runs.ts';
import { t } from '../messages.ts';
import type { Run } from '../state/run-answer.ts';
import { costText, statusText, statusTones } from './run-words.ts';

/** The other runs of the same comparison, each one click from being compared. */
export function TogetherList({ run }: { run: Run }) {
  const { data } = useQuery(comparisonQuery(run.comparisonId));
  const others = data?.runs.filter((other) => other.id !== run.id && !isPart(other)) ?? [];
  if (others.length === 0) return null;
  return (
    <section aria-label={t('together')} className="px-4 py-3">
      <h3 className="mb-1.5 text-12 font-medium text-ink-3">{t('together')}</h3>
      <ul className="grid gap-1">
        {others.map((other) => (
          <li key={other.id} className="flex items-center gap-2">
            <StatusDot tone={statusTones[other.status]} label={statusText(other.status)} />
            <PageLink to="/runs/$runId" params={{ runId: other.id }} className="min-w-0 truncate">
              {other.setName === null
                ? other.model
                : t('retriedIn', { model: other.model, set: other.setName })}
              {other.versionNumber !== null && other.versionNumber !== run.versionNumber && (
                <span className="text-ink-3"> v{other.versionNumber}</span>
              )}
            </PageLink>
            <span className="ml-auto text-12 text-ink-3 tabular">{costText(other)}</span>
            <ButtonLink
              size="small"
              to="/runs/compare"
              search={{ runs: `${run.id},${other.id}` }}
              aria-label={`${t('compareWith')} ${other.model}`}
            >
              <GitCompare aria-hidden="true" />
              {t('compareTwo')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
