import { useQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost, formatDuration, formatTokens } from '../../../../ui/format.ts';
import { List } from '../../../../ui/list.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import type { RunStatus } from '../../runs/index.ts';
import { promptRunsQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';

type PromptRunsProps = {
  promptId: string;
  shown: string | undefined;
  onOpen: (comparisonId: string) => void;
};

const tones: Record<RunStatus, 'plain' | 'accent' | 'ok' | 'warn' | 'bad'> = {
  queued: 'plain',
  running: 'accent',
  finished: 'ok',
  stopped: 'warn',
  interrupted: 'warn',
  failed: 'bad',
};

/** The latest runs of this prompt; opening one shows its answers again. */
export function PromptRuns({ promptId, shown, onOpen }: PromptRunsProps) {
  const { data, error, isPending, refetch } = useQuery(promptRunsQuery(promptId));
  if (error)
    return (
      <ErrorState title={t('runsFailed')} reason={error.message} onRetry={() => void refetch()} compact />
    );
  if (isPending) return <SkeletonRows rows={4} />;
  if (data.items.length === 0)
    return <EmptyState icon={<Play />} title={t('noRuns')} hint={t('noRunsHint')} compact />;
  return (
    <List
      label={t('runs')}
      rows={data.items}
      keyOf={({ id }) => id}
      rowHeight={32}
      isSelected={({ comparisonId }) => comparisonId === shown}
      onOpen={({ comparisonId }) => onOpen(comparisonId)}
      renderRow={(run) => (
        <div className="grid grid-cols-[auto_minmax(7rem,14rem)_3.5rem_minmax(0,1fr)_5rem_4.5rem_5rem_6.5rem] items-center gap-3 px-4 py-1.5 text-ink-2 max-md:grid-cols-[auto_minmax(0,1fr)_6rem]">
          <StatusDot tone={tones[run.status]} label={run.status} />
          <span className="truncate font-medium text-ink">{run.model}</span>
          <span className="text-12 tabular max-md:hidden">
            {run.versionNumber === null ? t('runDraft') : t('versionChip', { number: run.versionNumber })}
          </span>
          <span className="truncate text-ink-3 max-md:hidden">{run.error?.message ?? run.excerpt}</span>
          <span className="text-right text-12 tabular max-md:hidden">
            {formatTokens(run.usage?.outputTokens, run.usage?.estimated)}
          </span>
          <span className="text-right text-12 tabular max-md:hidden">{formatDuration(run.durationMs)}</span>
          <span className="text-right text-12 tabular max-md:hidden">
            {formatCost(run.cost && run.cost.microDollars / 1e6)}
          </span>
          <RelativeTime time={run.createdAt} className="text-right text-12 text-ink-3" />
        </div>
      )}
    />
  );
}
