import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { classes } from '../../../../ui/classes.ts';
import type { Column } from '../../../../ui/data-table.tsx';
import { formatDuration, formatTokens } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import {
  costText,
  PrivateMark,
  privateText,
  promptText,
  type RunAnswer,
  RunState,
} from '../../runs/index.ts';
import type { FoundRun } from '../api/found-runs.ts';
import { t } from '../messages.ts';
import { MarkedText } from './marked-text.tsx';
import { BookmarkButton } from './run-marks.tsx';

/** A run of the list beside what is heard of it live. */
export type RunRow = { run: FoundRun; answer: RunAnswer };

type Marking = { isMarked: (runId: string) => boolean; onMark: (runId: string) => void };

export const runColumns = ({
  marking,
  authors,
  searched,
}: {
  marking: Marking;
  authors: boolean;
  /** By words: then a phone shows too where they stand. */
  searched: boolean;
}): Column<RunRow>[] => [
  {
    key: 'mark',
    title: t('columnMark'),
    hideTitle: true,
    width: '16px',
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
      <span className="flex min-w-0 items-center gap-2">
        <span
          title={promptText(run)}
          className={classes('min-w-0 truncate', run.promptTitle === null && 'text-ink-3')}
        >
          {promptText(run)}
        </span>
        {run.private && <PrivateMark />}
        {run.origin !== 'direct' && <Chip>{t(run.origin === 'suite' ? 'suiteChip' : 'partChip')}</Chip>}
        {run.marks.tags.length > 0 && (
          // What has no room beside the title is cut: the title says which run it is.
          <span
            title={run.marks.tags.join(', ')}
            className="flex min-w-0 shrink-[999] gap-2 overflow-hidden max-md:hidden"
          >
            {run.marks.tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </span>
        )}
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
    phone: searched ? 'fact' : 'hidden',
    cell: ({ run, answer }) =>
      run.match ? (
        <MarkedText match={run.match} />
      ) : (
        <span className="text-ink-2">
          {answer.error?.message ?? (answer.text.slice(-200) || run.excerpt)}
          {run.private && answer.error === null && <span className="text-ink-3">{privateText('row')}</span>}
        </span>
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
    key: 'dearest',
    title: t('columnCost'),
    sortable: true,
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
    key: 'slowest',
    title: t('columnDuration'),
    sortable: true,
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
    key: 'bookmark',
    title: t('columnBookmark'),
    hideTitle: true,
    width: '24px',
    phone: 'end',
    cell: ({ run }) => (
      <BookmarkButton runId={run.id} model={run.model} bookmarked={run.marks.bookmarked} tabIndex={-1} />
    ),
  },
  {
    key: 'newest',
    title: t('columnTime'),
    sortable: true,
    width: '88px',
    numeric: true,
    cell: ({ run }) => <RelativeTime time={run.createdAt} className="text-ink-3" />,
  },
];
