import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { classes } from '../../../../ui/classes.ts';
import { Spinner } from '../../../../ui/spinner.tsx';
import { t } from '../messages.ts';
import { movedRow, type Thought, type TreeLayout, type TreeRow } from '../state/tree-layout.ts';
import { scoreText, standingText } from './tree-words.ts';

type TreeDrawingProps = {
  layout: TreeLayout;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
  /** To what is said of the chosen one. */
  onEnter: () => void;
};

const size = { width: 184, height: 56, between: 28, line: 66, left: 28 };

/** Drawn from left to right where there is room, an indented list where there is not; one tree for the keyboard. */
export function TreeDrawing({ layout, chosenId, onChoose, onEnter }: TreeDrawingProps) {
  const { rows, lines, columns } = layout;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ thought }) => thought.id === chosenId);
  useEffect(() => {
    if (chosenId !== undefined && box.current?.contains(document.activeElement))
      document.getElementById(`${id}-${chosenId}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosenId, id]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = movedRow(event.key, rows, at);
    const row = to === undefined ? undefined : rows[to];
    if (row) onChoose(row.thought.id);
    else if (event.key === 'Enter' || event.key === ' ') onEnter();
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  const width = size.left + columns * (size.width + size.between) - size.between;
  return (
    <div className="@container/tree">
      <div
        ref={box}
        role="tree"
        aria-label={t('tree')}
        tabIndex={0}
        aria-activedescendant={at < 0 ? undefined : `${id}-${chosenId}`}
        onKeyDown={onKeyDown}
        onFocus={() => at < 0 && rows[0] && onChoose(rows[0].thought.id)}
        className="max-h-[60vh] overflow-auto p-3 focus-visible:-outline-offset-2"
      >
        <div
          role="presentation"
          style={{ '--h': `${lines * size.line - 10}px`, '--w': `${width}px` } as CSSProperties}
          className="relative grid gap-1 @2xl/tree:block @2xl/tree:h-(--h) @2xl/tree:w-(--w)"
        >
          <Branches layout={layout} width={width} />
          {rows.map((row) => (
            <ThoughtItem
              key={row.thought.id}
              id={`${id}-${row.thought.id}`}
              row={row}
              isChosen={row.thought.id === chosenId}
              onChoose={() => onChoose(row.thought.id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const leftOf = (column: number) => size.left + column * (size.width + size.between);
const topOf = (line: number) => line * size.line;

/** The lines between thoughts; those of the path of the answer are stronger. */
function Branches({ layout: { rows, lines }, width }: { layout: TreeLayout; width: number }) {
  const byId = new Map(rows.map((row) => [row.thought.id, row]));
  const middle = topOf((lines - 1) / 2) + size.height / 2;
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={lines * size.line}
      className="absolute inset-0 hidden fill-none @2xl/tree:block"
    >
      <circle cx={8} cy={middle} r={4} className="fill-ink-3" />
      {rows.map(({ thought, column, line }) => {
        const parent = byId.get(thought.parentId ?? '');
        const [fromX, fromY] = parent
          ? [leftOf(parent.column) + size.width, topOf(parent.line) + size.height / 2]
          : [12, middle];
        const [toX, toY] = [leftOf(column), topOf(line) + size.height / 2];
        const bend = (fromX + toX) / 2;
        return (
          <path
            key={thought.id}
            d={`M${fromX} ${fromY} C${bend} ${fromY} ${bend} ${toY} ${toX} ${toY}`}
            className={classes(
              thought.state === 'chosen' ? 'stroke-accent stroke-2' : 'stroke-edge',
              thought.state === 'pruned' && '[stroke-dasharray:3_3]',
            )}
          />
        );
      })}
    </svg>
  );
}

const looks: Record<Thought['state'], string> = {
  chosen: 'border-accent bg-accent/8',
  kept: 'border-edge bg-panel',
  open: 'border-edge bg-panel',
  pruned: 'border-dashed border-edge bg-bg text-ink-3',
};

type ThoughtItemProps = { id: string; row: TreeRow; isChosen: boolean; onChoose: () => void };

function ThoughtItem({ id, row, isChosen, onChoose }: ThoughtItemProps) {
  const { thought, position, siblings, column, line } = row;
  const place = {
    '--x': `${leftOf(column)}px`,
    '--y': `${topOf(line)}px`,
    '--in': `${Math.min(column, 10) * 14}px`,
  } as CSSProperties;
  const isGoing = thought.status === 'writing' || thought.status === 'judging';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles every key for its active thought
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={column + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isChosen}
      aria-label={t('thoughtLabel', {
        step: thought.depth,
        standing: standingText(thought),
        score: scoreText(thought),
        text: (thought.text ?? thought.problem ?? '').slice(0, 200),
      })}
      onClick={onChoose}
      style={place}
      className={classes(
        'ml-(--in) flex min-h-9 min-w-0 cursor-default items-start gap-2 overflow-hidden rounded-md border px-2 py-1.5 text-12 transition-colors',
        '@2xl/tree:absolute @2xl/tree:h-14 @2xl/tree:top-(--y) @2xl/tree:left-(--x) @2xl/tree:ml-0 @2xl/tree:w-46',
        thought.status === 'failed' ? 'border-dashed border-bad text-bad' : looks[thought.state],
        isChosen ? 'outline-2 outline-accent' : 'hover:bg-raise',
      )}
    >
      <span aria-hidden="true" className="line-clamp-2 min-w-0 flex-1 leading-5 wrap-anywhere">
        {thought.text ?? thought.problem ?? t('thoughtWriting')}
      </span>
      <span aria-hidden="true" className="shrink-0 leading-5 font-medium tabular">
        {isGoing ? <Spinner /> : scoreText(thought)}
      </span>
    </div>
  );
}
