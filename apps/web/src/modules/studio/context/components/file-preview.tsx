import { type LineRange, visibleName } from '@promptvault/context';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowLeft, FileText, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { t } from '../messages.ts';
import type { FilePreview as Preview } from '../workers/worker-protocol.ts';
import { refusalText } from './context-words.ts';
import { clickLine } from './line-range.ts';

type FilePreviewProps = {
  path: string;
  /** Undefined while it is being read. */
  preview: Preview | undefined;
  problem?: string | undefined;
  onRetry: () => void;
  /** Adds the file or the chosen lines; without it lines cannot be chosen. */
  onAdd?: (range: LineRange | undefined) => void;
  /** Another button in the header, where there is nothing to add to. */
  action?: ReactNode;
  onClose?: () => void;
};

const LINE_HEIGHT = 20;
/** A line longer than this is drawn cut; it is added whole. */
const LONGEST_DRAWN = 2_000;

/** A file with its line numbers; clicking them chooses the part to add. */
export function FilePreview({ path, preview, problem, onRetry, onAdd, action, onClose }: FilePreviewProps) {
  const [range, setRange] = useState<LineRange>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file begins without a range
  useEffect(() => setRange(undefined), [path]);
  const isText = preview && preview.refusal === undefined;
  return (
    <section
      aria-label={t('preview', { path: visibleName(path) })}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <header className="flex min-h-10 items-center gap-2 border-b border-line px-2">
        {onClose && (
          <IconButton size="small" label={t('closePreview')} icon={<ArrowLeft />} onClick={onClose} />
        )}
        <bdi title={visibleName(path)} className="min-w-0 flex-1 truncate font-mono text-12">
          {visibleName(path)}
        </bdi>
        {isText && (
          <span className="text-12 text-ink-3 tabular max-md:hidden">
            {t('lineCount', { count: preview.lines })}, {formatBytes(preview.size)}
          </span>
        )}
        {range && (
          <IconButton size="small" label={t('clearLines')} icon={<X />} onClick={() => setRange(undefined)} />
        )}
        {isText && onAdd && (
          <Button size="small" kind="primary" onClick={() => onAdd(range)}>
            {range ? t('addLines', range) : t('addFile')}
          </Button>
        )}
        {isText && action}
      </header>
      {problem ? (
        <ErrorState title={t('previewFailed')} reason={problem} onRetry={onRetry} />
      ) : preview === undefined ? (
        <SkeletonRows rows={6} />
      ) : preview.refusal === undefined ? (
        <Lines path={path} text={preview.text} range={range} onRange={onAdd && setRange} />
      ) : (
        <EmptyState icon={<FileText />} title={t('previewFailed')} hint={refusalText(preview.refusal)} />
      )}
    </section>
  );
}

type LinesProps = {
  path: string;
  text: string;
  range: LineRange | undefined;
  onRange: ((range: LineRange | undefined) => void) | undefined;
};

function Lines({ path, text, range, onRange }: LinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.replace(/\r?\n$/, '').split(/\r?\n/), [text]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !event.shiftKey || !onRange) return;
    event.preventDefault();
    const first = Math.floor((box.current?.scrollTop ?? 0) / LINE_HEIGHT) + 1;
    const to = range ? Math.max(range.from, Math.min(lines.length, range.to + step)) : first;
    onRange({ from: range?.from ?? first, to });
    virtualizer.scrollToIndex(to - 1);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: lines of a file are no form fields
    <div
      ref={box}
      role="group"
      aria-label={t('linesOf', { path: visibleName(path) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-auto font-mono text-12 focus-visible:outline-offset-[-2px]"
    >
      <div className="relative w-max min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = index + 1;
          const isTaken = range !== undefined && line >= range.from && line <= range.to;
          const content = lines[index] ?? '';
          return (
            <div
              key={line}
              style={{ top: start, height: LINE_HEIGHT }}
              className={classes('absolute inset-x-0 flex leading-5', isTaken && 'bg-accent-weak')}
            >
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('takeLine', { line })}
                aria-pressed={isTaken}
                disabled={!onRange}
                onClick={(event) => onRange?.(clickLine(range, line, event.shiftKey))}
                className="sticky left-0 w-12 shrink-0 bg-panel pr-3 text-right font-mono text-12 leading-5 text-ink-3 tabular select-none enabled:hover:text-ink aria-pressed:text-accent-ink"
              >
                {line}
              </button>
              <span className="pr-4 leading-5 whitespace-pre">
                {content.length > LONGEST_DRAWN ? `${content.slice(0, LONGEST_DRAWN)}…` : content}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
