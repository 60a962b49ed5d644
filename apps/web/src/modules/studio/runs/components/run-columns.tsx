import { StatusDot } from '../../../../ui/badge.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import type { Column } from '../../../../ui/data-table.tsx';
import { formatDuration, formatTokens } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { t } from '../messages.ts';
import type { Run, RunAnswer } from '../state/run-answer.ts';
import { costText, promptText, statusText, statusTones } from './run-words.ts';

/** A run of the list beside what is heard of it live. */
export type RunRow = { run: Run; answer: RunAnswer };

type Marking = { isMarked: (runId: string) => boolean; onMark: (runId: string) => void };

export const runColumns = ({
  marking,
  authors,
}: {
  marking: Marking;
  authors: boolean;
}): Column<RunRow>[] => [
  {
    key: 'mark',
    title: t('compareHint'),
    hideTitle: true,
    width: '16px',
    phone: 'hidden',
    cell: ({ run }) => (
      <Checkbox
        label={t('markRun', { model: run.model })}
        hideLabel
        checked={marking.isMarked(run.id)}
        onChange={() => marking.onMark(run.id)}
        tabIndex={-1}
        className="pointer-coarse:py-0"
      />
    ),
  },
  {
    key: 'prompt',
    title: t('columnPrompt'),
    width: 'minmax(0,1.3fr)',
    phone: 'title',
    cell: ({ run }) => (
      <span title={promptText(run)} className={run.promptTitle === null ? 'text-ink-3' : undefined}>
        {promptText(run)}
      </span>
    ),
  },
  {
    key: 'status',
    title: t('columnStatus'),
    width: '96px',
    cell: ({ answer }) => <RunState answer={answer} />,
  },
  {
    key: 'model',
    title: t('columnModel'),
    width: 'minmax(0,1.1fr)',
    cell: ({ run }) => (
      <span
        className="block truncate font-mono text-12 max-md:max-w-36"
        title={`${run.model} · ${run.connectionName}`}
      >
        {run.model}
      </span>
    ),
  },
  {
    key: 'answer',
    title: t('columnAnswer'),
    width: 'minmax(0,2fr)',
    phone: 'hidden',
    cell: ({ run, answer }) => (
      <span className="text-ink-2">{answer.error?.message ?? (answer.text.slice(-200) || run.excerpt)}</span>
    ),
  },
  {
    key: 'input',
    title: t('columnInput'),
    width: '64px',
    numeric: true,
    phone: 'hidden',
    cell: ({ answer: { usage } }) => formatTokens(usage?.inputTokens),
  },
  {
    key: 'output',
    title: t('columnOutput'),
    width: '64px',
    numeric: true,
    phone: 'hidden',
    cell: ({ answer: { usage } }) => formatTokens(usage?.outputTokens),
  },
  {
    key: 'cost',
    title: t('columnCost'),
    width: '76px',
    numeric: true,
    cell: ({ answer }) => (
      <span className={answer.cost === null ? 'max-md:hidden' : undefined}>{costText(answer)}</span>
    ),
  },
  {
    key: 'first',
    title: t('columnFirst'),
    width: '64px',
    numeric: true,
    phone: 'hidden',
    cell: ({ answer }) => formatDuration(answer.timeToFirstTokenMs),
  },
  {
    key: 'duration',
    title: t('columnDuration'),
    width: '68px',
    numeric: true,
    cell: ({ answer }) => formatDuration(answer.durationMs),
  },
  ...(authors
    ? [
        {
          key: 'author',
          title: t('columnAuthor'),
          width: '96px',
          phone: 'hidden' as const,
          cell: ({ run }: RunRow) => <span className="text-ink-2">{run.author?.name}</span>,
        },
      ]
    : []),
  {
    key: 'time',
    title: t('columnTime'),
    width: '88px',
    numeric: true,
    cell: ({ run }) => <RelativeTime time={run.createdAt} className="text-ink-3" />,
  },
];

export function RunState({ answer: { status } }: { answer: Pick<RunAnswer, 'status'> }) {
  return (
    <span className="inline-flex items-center gap-2 align-top">
      <StatusDot tone={statusTones[status]} />
      {statusText(status)}
    </span>
  );
}
