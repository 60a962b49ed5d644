// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and become cards on a phone, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { classes } from './classes.ts';
import { nextRow } from './row-movement.ts';
import { rememberedScroll, rememberScroll } from './scroll-memory.ts';
import { isTyping } from './shortcut.ts';
import type { ScrollToRow, VirtualRows } from './virtual-rows.tsx';

type ListProps<Row> = {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  renderRow: (row: Row, state: { active: boolean; selected: boolean }) => ReactNode;
  onOpen?: (row: Row) => void;
  /** Space and x mark rows; without it nothing can be selected. */
  onToggle?: (row: Row) => void;
  isSelected?: (row: Row) => boolean;
  /** Pixels; 36 suits one line. Rows may be taller, they are measured. */
  rowHeight?: number;
  /** Keeps scroll and active row under this name, for coming back. */
  memory?: string;
  /** The end is near: load more. */
  onEndNear?: () => void;
  /** j, k and Enter act without a click into the list first; for the one main list of a page. */
  main?: boolean;
  /** Stands above the rows and stays there: a row of column headers. */
  header?: ReactNode;
  /** renderRow brings its own cells with the role `gridcell`. */
  cells?: boolean;
  footer?: ReactNode;
  className?: string;
};

/** Past this many rows only those in view are drawn. */
const virtualFrom = 100;
/** As many as a tall window shows; where not all rows are virtual, the others are drawn after these, in slices. */
const drawnAtOnce = 24;

/** Rows that move with j/k or the arrows and open with Enter. */
export function List<Row>(props: ListProps<Row>) {
  const { label, rows, keyOf, renderRow, onOpen, onToggle, isSelected, memory, onEndNear, main } = props;
  const { rowHeight = 36, header, cells, footer } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() => rememberedScroll(memory)?.active ?? -1);
  const virtual = rows.length > virtualFrom;
  const Virtual = useVirtualRows(virtual);
  const scrollToRow = useRef<ScrollToRow>(null);
  useRestoredScroll(box, memory, active, rows.length > 0);

  const drawn = useDeferredValue(rows, rows.slice(0, Math.max(drawnAtOnce, active + 1)));
  // What is drawn stays as it is until the virtual rows are there.
  const plainCount = useRef(drawnAtOnce);
  useEffect(() => {
    if (!virtual) plainCount.current = Math.max(drawnAtOnce, rows.length);
  });
  const onLast = useCallback(
    (index: number) => {
      if (index > rows.length - 30) onEndNear?.();
    },
    [rows.length, onEndNear],
  );

  const go = (index: number) => {
    setActive(index);
    if (Virtual) scrollToRow.current?.(index);
    else document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  const act = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
    if (isTyping(event.target)) return;
    const high = document.getElementById(`${id}-${Math.max(0, active)}`)?.offsetHeight || rowHeight;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / high) - 1);
    const next = nextRow(event, active, rows.length, page);
    const row = rows[active];
    if (next !== undefined) go(next);
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else if ((event.key === 'x' || event.key === ' ') && row !== undefined && onToggle) onToggle(row);
    else return;
    event.preventDefault();
  };
  useMainKeys(main, box, act);

  const content = (row: Row, index: number) => {
    const inside = renderRow(row, { active: index === active, selected: isSelected?.(row) ?? false });
    return cells ? inside : <div role="gridcell">{inside}</div>;
  };
  const line = (
    row: Row,
    index: number,
    inside: ReactNode,
    style?: CSSProperties,
    measure?: (element: HTMLElement | null) => void,
  ) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the list, which owns the active row
    <div
      key={keyOf(row)}
      id={`${id}-${index}`}
      role="row"
      aria-selected={isSelected ? isSelected(row) : index === active}
      aria-rowindex={index + (header ? 2 : 1)}
      data-index={index}
      data-active={index === active || undefined}
      ref={measure}
      style={style}
      onClick={(event) => {
        setActive(index);
        if (!(event.target as Element).closest('a, button, input, label')) onOpen?.(row);
      }}
      className="group/row relative border-b border-line hover:bg-raise/60 aria-selected:bg-accent-weak/60 data-active:bg-raise data-active:before:absolute data-active:before:inset-y-0 data-active:before:left-0 data-active:before:w-0.5 data-active:before:bg-accent"
    >
      {inside}
    </div>
  );
  return (
    <div ref={box} data-list-box className={classes('min-h-0 overflow-auto', props.className)}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + (header ? 1 : 0)}
        aria-multiselectable={onToggle ? true : undefined}
        aria-activedescendant={active >= 0 && active < rows.length ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={act}
        onFocus={(event) => {
          if (active < 0 && event.target.matches(':focus-visible')) setActive(0);
        }}
        className="focus-visible:-outline-offset-2"
      >
        {header}
        {Virtual ? (
          <Virtual
            name={label}
            count={rows.length}
            keyOf={(index) => keyOf(rows[index] as Row)}
            rowHeight={rowHeight}
            box={box}
            startAt={rememberedScroll(memory)?.top ?? 0}
            scrollTo={scrollToRow}
            content={(index) => content(rows[index] as Row, index)}
            line={(index, inside, style, measure) => line(rows[index] as Row, index, inside, style, measure)}
            onLast={onLast}
          />
        ) : (
          rows.length > 0 && (
            <div role="rowgroup">
              {(virtual ? rows.slice(0, plainCount.current) : drawn).map((row, index) =>
                line(row, index, content(row, index)),
              )}
            </div>
          )
        )}
      </div>
      {footer}
    </div>
  );
}

let loaded: typeof VirtualRows | undefined;

/** What draws a long list, once it is wanted and here. */
function useVirtualRows(wanted: boolean): typeof VirtualRows | undefined {
  const [Rows, setRows] = useState(() => loaded);
  useEffect(() => {
    if (!wanted || Rows) return;
    let isGone = false;
    void import('./virtual-rows.tsx').then((file) => {
      loaded = file.VirtualRows;
      if (!isGone) startTransition(() => setRows(() => file.VirtualRows));
    });
    return () => {
      isGone = true;
    };
  }, [wanted, Rows]);
  return wanted ? Rows : undefined;
}

function useRestoredScroll(
  box: RefObject<HTMLDivElement | null>,
  memory: string | undefined,
  active: number,
  filled: boolean,
) {
  useEffect(() => {
    const top = rememberedScroll(memory)?.top;
    if (filled && top && box.current) box.current.scrollTop = top;
  }, [box, memory, filled]);
  useEffect(() => {
    const element = box.current;
    if (!memory || !element) return;
    const note = () => rememberScroll(memory, { top: element.scrollTop, active });
    note();
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [box, memory, active]);
}

function useMainKeys(
  main: boolean | undefined,
  box: RefObject<HTMLDivElement | null>,
  act: (event: globalThis.KeyboardEvent) => void,
) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!main) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      const idle = document.activeElement === document.body || document.activeElement === null;
      if (!idle || event.defaultPrevented || box.current?.contains(event.target as Node)) return;
      if (document.querySelector('dialog:modal, [popover=auto]:popover-open')) return;
      if (['j', 'k', 'Enter', 'x'].includes(event.key)) latest.current(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [main, box]);
}
