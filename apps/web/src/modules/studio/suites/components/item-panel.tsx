import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost, formatDuration, formatPercent, formatTokens } from '../../../../ui/format.ts';
import { MarkdownView } from '../../../../ui/markdown-view.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { runQuery } from '../../runs/index.ts';
import { itemQuery, type SuiteItem, type SuiteReport } from '../api/suites.ts';
import { t as cases } from '../state/case-messages.ts';
import { fullLaneName } from '../state/lane-name.ts';
import { t } from '../state/report-messages.ts';
import { ItemState } from './item-state.tsx';

const icons = {
  passed: <CircleCheck aria-hidden="true" className="text-ok" />,
  failed: <CircleX aria-hidden="true" className="text-bad" />,
  error: <CircleAlert aria-hidden="true" className="text-warn" />,
};

/** One case on one lane: its answer, and each assertion with its reason. */
export function ItemPanel({ report, position }: { report: SuiteReport; position: number }) {
  const { data: item, error, refetch } = useQuery(itemQuery(report.id, position));
  if (error && !item)
    return (
      <ErrorState compact title={t('itemsFailed')} reason={error.message} onRetry={() => void refetch()} />
    );
  if (item === undefined) return <SkeletonRows rows={6} />;
  if (item === null) return <p className="p-4 text-ink-3">{t('noItemsHint')}</p>;
  const lane = report.lanes[item.lane];
  return (
    <div className="grid gap-4 p-4">
      <header className="grid gap-1.5">
        <h3 className="text-14 font-semibold wrap-anywhere">{item.caseName}</h3>
        <div className="flex flex-wrap items-center gap-1.5">
          <ItemState {...item} />
          {item.required && <Chip>{t('requiredChip')}</Chip>}
          {lane && <Chip mono>{fullLaneName(lane, report.lanes)}</Chip>}
          {item.repetition > 0 && <Chip>{t('repetition', { number: item.repetition + 1 })}</Chip>}
        </div>
        {item.before !== null && (
          <p className="text-12 text-ink-3">{t(item.before === 'passed' ? 'wasPassed' : 'wasMissed')}</p>
        )}
      </header>
      {item.reason !== null && <ProblemMessage severity="warning">{item.reason}</ProblemMessage>}
      <section aria-label={t('assertions')}>
        <h4 className="mb-1.5 font-medium">{t('assertions')}</h4>
        {item.results.length === 0 ? (
          <p className="text-ink-3">{t('noAssertions')}</p>
        ) : (
          <ul className="grid gap-2">
            {item.results.map((result, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: results never move
                key={index}
                className="flex gap-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0"
              >
                {icons[result.status]}
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-medium">{cases(result.kind as 'equals')}</span>
                    <span className="text-12 text-ink-3 tabular">{formatPercent(result.score)}</span>
                    <span className="sr-only">
                      {t(
                        result.status === 'passed'
                          ? 'passed'
                          : result.status === 'failed'
                            ? 'missed'
                            : 'error',
                      )}
                    </span>
                  </p>
                  <p className="text-ink-2 wrap-anywhere">{result.reason}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Answer item={item} />
      <section aria-label={t('facts')} className="text-12 text-ink-3 tabular">
        <p>
          {formatDuration(item.latencyMs)} ·{' '}
          {t('tokens', {
            input: formatTokens(item.inputTokens),
            output: formatTokens(item.outputTokens),
          })}{' '}
          · {formatCost(item.microDollars === null ? null : item.microDollars / 1e6)}
        </p>
        {item.reused && <p>{t('reusedItem')}</p>}
      </section>
      <div className="flex flex-wrap gap-2">
        {item.runId !== null && (
          <ButtonLink to="/runs/$runId" params={{ runId: item.runId }}>
            {t('openRun')}
          </ButtonLink>
        )}
        <ButtonLink
          to="/suites/cases/$caseSetId"
          params={{ caseSetId: report.caseSetId }}
          search={{ q: item.caseName.slice(0, 200) }}
        >
          {t('openCase')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Answer({ item }: { item: SuiteItem }) {
  const { runId, excerpt, status } = item;
  const isThere = runId !== null && status !== 'waiting';
  const { data: run, error, refetch } = useQuery({ ...runQuery(runId ?? ''), enabled: isThere });
  const isGone = error instanceof ApiProblem && error.status === 404;
  const text = run?.output ?? excerpt;
  return (
    <section aria-label={t('answer')} className="min-w-0">
      <h4 className="mb-1.5 font-medium">{t('answer')}</h4>
      {error && !run && !isGone && (
        <ErrorState compact title={t('itemFailed')} reason={error.message} onRetry={() => void refetch()} />
      )}
      {isGone && excerpt !== '' && <p className="mb-1 text-12 text-ink-3">{t('beginning')}</p>}
      {isThere && !run && !error ? (
        <SkeletonRows rows={3} />
      ) : text === '' ? (
        <p className="text-ink-3">{t('noAnswer')}</p>
      ) : (
        <MarkdownView text={text} />
      )}
    </section>
  );
}
