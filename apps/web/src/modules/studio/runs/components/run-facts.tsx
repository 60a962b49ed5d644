import { isPart } from '@promptvault/contract/studio/runs/kinds';
import type { ReactNode } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { formatCost, formatDuration, formatTokens } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { t } from '../messages.ts';
import type { RunAnswer, RunDetail } from '../state/run-answer.ts';
import { RunState } from './run-state.tsx';
import { costText, finishText, outcomeWords, speedOf } from './run-words.ts';

type Fact = [name: string, value: ReactNode];

/** Names on the left, values in one column of figures on the right. */
function Facts({ title, facts }: { title: string; facts: readonly (Fact | false)[] }) {
  return (
    <section aria-label={title} className="min-w-0 border-b border-line px-4 py-3 last:border-0">
      <h3 className="mb-1.5 text-12 font-medium text-ink-3">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {facts
          .filter((fact): fact is Fact => fact !== false)
          .map(([name, value]) => (
            <div key={name} className="flex items-baseline justify-between gap-4">
              <dt className="shrink-0 text-ink-2">{name}</dt>
              <dd
                title={typeof value === 'string' ? value : undefined}
                className="min-w-0 truncate text-right tabular"
              >
                {value}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

const since = (from: string | null, to: string | null) =>
  from === null || to === null ? null : Date.parse(to) - Date.parse(from);

function parentWord({ kind, continuesId, parentId }: RunDetail) {
  if (kind === 'repair') return 'repairs';
  if (isPart({ kind })) return 'partOf';
  return kind === 'continuation' || continuesId === parentId ? 'goesOnFrom' : 'repeats';
}

/** Everything about a run that is a number or a name. */
export function RunFacts({ run, answer }: { run: RunDetail; answer: RunAnswer }) {
  const { usage, cost } = answer;
  const waited = since(run.createdAt, run.startedAt);
  const speed = speedOf(answer);
  const tokens = (count: number) => formatTokens(count, usage?.estimated);
  return (
    <>
      <Facts
        title={t('details')}
        facts={[
          [t('status'), <RunState key="state" answer={answer} />],
          answer.outcome !== null && [t('form'), outcomeWords[answer.outcome.kind]()],
          answer.finishReason !== null && [t('finish'), finishText(answer.finishReason)],
          [t('prompt'), <PromptLink key="prompt" run={run} />],
          [
            t('model'),
            <span key="model" className="font-mono text-12">
              {run.model}
            </span>,
          ],
          [t('connection'), run.connectionName],
          run.setName !== null && [t('valueSet'), run.setName],
          run.assignment !== null && [
            t('experiment'),
            <PageLink
              key="experiment"
              to="/suites/experiments/$experimentId"
              params={{ experimentId: run.assignment.experimentId }}
            >
              {t('variantOf', { variant: run.assignment.variant })}
            </PageLink>,
          ],
          run.chainName !== null && [t('chain'), run.chainName],
          run.tried.length > 0 && [t('triedBefore'), run.tried.map(({ model }) => model).join(', ')],
          run.author !== null && [t('author'), run.author.name],
          [t('startedAt'), <RelativeTime key="time" time={run.createdAt} />],
          run.cached !== null && [
            t('fromCache'),
            <span key="cached" title={t('answeredFirst')}>
              <RelativeTime time={run.cached.answeredAt} />
            </span>,
          ],
          run.parentId !== null && [
            t(parentWord(run)),
            <PageLink key="parent" to="/runs/$runId" params={{ runId: run.parentId }}>
              {t('earlierRun')}
            </PageLink>,
          ],
        ]}
      />
      <Facts
        title={t('duration')}
        facts={[
          waited !== null && waited > 500 && [t('waited'), formatDuration(waited)],
          [t('firstToken'), formatDuration(answer.timeToFirstTokenMs)],
          [t('duration'), formatDuration(answer.durationMs)],
          speed !== null && [t('speed'), t('perSecond', { count: speed })],
        ]}
      />
      <Facts
        title={usage?.estimated ? `${t('columnTokens')}, ${t('estimated')}` : t('columnTokens')}
        facts={[
          [t('inputTokens'), usage ? tokens(usage.inputTokens) : formatTokens(null)],
          usage?.cachedInputTokens != null && [t('cachedTokens'), tokens(usage.cachedInputTokens)],
          [t('outputTokens'), usage ? tokens(usage.outputTokens) : formatTokens(null)],
          usage?.reasoningTokens != null && [t('reasoningTokens'), tokens(usage.reasoningTokens)],
          [
            t('cost'),
            <span
              key="cost"
              title={cost ? t('priceVersion', { version: cost.priceVersion }) : t('costUnknown')}
            >
              {costText(answer)}
            </span>,
          ],
          cost !== null && run.cached === null && [t('priceTable'), cost.priceVersion],
          run.totalMicroDollars !== null &&
            run.totalMicroDollars !== (cost?.microDollars ?? 0) && [
              t('wholeAnswer'),
              formatCost(run.totalMicroDollars / 1e6),
            ],
        ]}
      />
    </>
  );
}

/** The prompt with its version, as long as it is known which one it was. */
export function PromptLink({ run }: { run: Pick<RunDetail, 'promptId' | 'promptTitle' | 'versionNumber'> }) {
  const version = run.versionNumber === null ? t('draft') : `v${run.versionNumber}`;
  if (run.promptId === null) return t('loosePrompt');
  return (
    <>
      <PageLink to="/prompts/$promptId" params={{ promptId: run.promptId }}>
        {run.promptTitle}
      </PageLink>{' '}
      <span className="text-ink-3">{version}</span>
    </>
  );
}
