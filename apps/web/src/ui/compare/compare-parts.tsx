import { Columns2, Rows2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { uiText as t } from '../../messages/interface-text.ts';
import { useRemembered } from '../panels/use-remembered.ts';
import { SegmentedControl } from '../segmented-control.tsx';
import { type CompareRow, compareLines, foldEqual, type Piece, type Side } from './compare-lines.ts';
import type { ComparePart, CompareViewProps } from './compare-view.tsx';

type Layout = 'side' | 'inline';

export function CompareParts({ before, after, parts }: CompareViewProps) {
  const [layout, setLayout] = useRemembered<Layout>('compare-layout', 'side');
  const differing = parts.filter((part) => part.before !== part.after);
  return (
    <div className="@container/compare">
      <div className="flex items-center gap-3 border-b border-line px-4 py-2 text-12 text-ink-3">
        <span className="flex-1 truncate">
          <span className="text-bad">− {before}</span> <span className="ml-2 text-ok">+ {after}</span>
        </span>
        <SegmentedControl
          compact
          className="@max-2xl/compare:hidden"
          label={t('layout')}
          value={layout}
          onChange={setLayout}
          options={[
            { value: 'side', label: t('sideBySide'), icon: <Columns2 /> },
            { value: 'inline', label: t('inline'), icon: <Rows2 /> },
          ]}
        />
      </div>
      {differing.length === 0 && <p className="px-4 py-8 text-center text-ink-3">{t('noDifference')}</p>}
      {differing.map((part) => (
        <Part key={part.id} part={part} layout={layout} />
      ))}
    </div>
  );
}

function Part({ part, layout }: { part: ComparePart; layout: Layout }) {
  const rows = useMemo(() => foldEqual(compareLines(part.before, part.after)), [part.before, part.after]);
  return (
    <section aria-label={part.label} className="border-b border-line">
      <header className="flex min-h-8 items-center gap-2 bg-bg px-4">
        <h3 className="text-12 font-medium text-ink-2">{part.label}</h3>
        {part.actions && <span className="ml-auto">{part.actions}</span>}
      </header>
      <div className="py-1 font-mono text-13 leading-[1.6]">
        <Rows rows={rows} layout={layout} />
      </div>
    </section>
  );
}

function Rows({ rows, layout }: { rows: readonly CompareRow[]; layout: Layout }) {
  return rows.map((row, index) =>
    row.kind === 'fold' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
      <Fold key={index} row={row} layout={layout} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
      <Pair key={index} row={row} layout={layout} />
    ),
  );
}

function Fold({ row, layout }: { row: Extract<CompareRow, { kind: 'fold' }>; layout: Layout }) {
  const [open, setOpen] = useState(false);
  if (open) return <Rows rows={row.rows} layout={layout} />;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="block w-full bg-accent-weak/50 px-4 py-0.5 text-center font-sans text-12 text-accent-ink hover:bg-accent-weak focus-visible:-outline-offset-2"
    >
      {t('unchangedLines', { count: row.count })}
    </button>
  );
}

type PairRow = Exclude<CompareRow, { kind: 'fold' }>;

/** In a narrow room the two sides stand below each other whatever the layout; an equal line then stands once. */
function Pair({ row, layout }: { row: PairRow; layout: Layout }) {
  const changed = row.kind === 'changed';
  const side = layout === 'side';
  return (
    <div className={side ? 'grid @2xl/compare:grid-cols-2' : 'grid'}>
      {(row.before || side) && (
        <Line
          side={row.before}
          sign={changed ? '−' : ' '}
          className={!row.before ? '@max-2xl/compare:hidden bg-bg' : ''}
        />
      )}
      {(changed || side) && (row.after || side) && (
        <Line
          side={row.after}
          sign={changed ? '+' : ' '}
          className={`${!row.after || !changed ? '@max-2xl/compare:hidden' : ''} ${row.after ? '' : 'bg-bg'} @2xl/compare:border-l @2xl/compare:border-line`}
        />
      )}
    </div>
  );
}

const looks = {
  '−': { line: 'bg-bad-weak', word: 'bg-bad-solid/25', sign: 'text-bad', name: () => t('removed') },
  '+': { line: 'bg-ok-weak', word: 'bg-ok-solid/30', sign: 'text-ok', name: () => t('added') },
  ' ': { line: '', word: '', sign: '', name: () => '' },
};

function Line({ side, sign, className }: { side?: Side; sign: keyof typeof looks; className?: string }) {
  if (!side) return <div aria-hidden="true" className={className} />;
  const look = looks[sign];
  return (
    <div className={`grid min-w-0 grid-cols-[3rem_1rem_minmax(0,1fr)] pr-4 ${look.line} ${className ?? ''}`}>
      <span className="pr-2 text-right text-12 leading-[1.75] text-ink-3 select-none tabular">
        {side.line}
      </span>
      <span aria-hidden="true" className={`select-none ${look.sign}`}>
        {sign}
      </span>
      <span className="whitespace-pre-wrap wrap-anywhere">
        {sign !== ' ' && <span className="sr-only">{look.name()} </span>}
        <Pieces pieces={side.pieces} word={look.word} />
        {side.pieces.every(({ text }) => text === '') && '\u200B'}
      </span>
    </div>
  );
}

/** A line changed as a whole needs no second mark on its words. */
function Pieces({ pieces, word }: { pieces: readonly Piece[]; word: string }) {
  return pieces.map(({ text, changed }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
    <span key={index} className={changed && pieces.length > 1 ? `rounded-xs ${word}` : undefined}>
      {text}
    </span>
  ));
}
