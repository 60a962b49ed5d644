// biome-ignore-all lint/a11y/useSemanticElements: rows that stand anywhere cannot be those of a table
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

const anyRow = '[role="row"][data-index]';

/** How high a row was when last seen, by list and width of the window: a list that comes back stands where it stood. */
const seenHeights = new Map<string, number>();
const placeOf = (name: string) => `${window.innerWidth} ${name}`;
const boxOf = (element: Element | null) => element?.closest<HTMLElement>('[data-list-box]') ?? null;

export type ScrollToRow = (index: number) => void;

type VirtualRowsProps = {
  /** The label of the list. */
  name: string;
  count: number;
  keyOf: (index: number) => string;
  rowHeight: number;
  /** What scrolls, and where it stood when the person was last here. */
  box: RefObject<HTMLDivElement | null>;
  startAt: number;
  scrollTo: Ref<ScrollToRow>;
  content: (index: number) => ReactNode;
  line: (
    index: number,
    inside: ReactNode,
    style: CSSProperties,
    measure: (element: HTMLElement | null) => void,
  ) => ReactNode;
  /** The last row that is drawn. */
  onLast: (index: number) => void;
};

/** The rows of a long list that are in view, and a few on both sides. Loaded with the first list that is long. */
export function VirtualRows(props: VirtualRowsProps) {
  const { name, box } = props;
  // The rows that stand there already know better how high one is: on a phone they are cards.
  const [height, setHeight] = useState(
    () => box.current?.querySelector<HTMLElement>(anyRow)?.offsetHeight || seenHeights.get(placeOf(name)),
  );
  // Where nothing was known, the rows are laid out anew before anybody sees them.
  return <Rows key={height} {...props} seenHeight={height} onHeight={setHeight} />;
}

type RowsProps = VirtualRowsProps & { seenHeight: number | undefined; onHeight: (height: number) => void };

function Rows(props: RowsProps) {
  const { name, count, keyOf, rowHeight, seenHeight, onHeight, box, scrollTo, content, line, onLast } = props;
  const [startAt] = useState(props.startAt);
  const group = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    // What holds this has no ref yet when both are drawn for the first time.
    getScrollElement: () => box.current ?? boxOf(group.current),
    estimateSize: () => seenHeight || rowHeight,
    getItemKey: keyOf,
    overscan: 12,
    initialOffset: startAt,
    // Rows that were just measured are drawn again in slices, not in one go while nobody can type.
    useFlushSync: false,
  });
  useImperativeHandle(scrollTo, () => (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  useLayoutEffect(() => {
    const scrolled = boxOf(group.current);
    if (startAt && scrolled) scrolled.scrollTop = startAt;
  }, [startAt]);
  // A row that only moves, since others were measured, keeps its content: React leaves the same element alone.
  const contents = useMemo(() => ({ of: content, made: new Map<number, ReactNode>() }), [content]);
  const insideOf = (index: number) => {
    if (!contents.made.has(index)) contents.made.set(index, contents.of(index));
    return contents.made.get(index);
  };
  const shown = virtualizer.getVirtualItems();
  const isDrawn = shown.length > 0;
  useLayoutEffect(() => {
    const height = isDrawn && group.current?.querySelector<HTMLElement>(anyRow)?.offsetHeight;
    if (!height) return;
    seenHeights.set(placeOf(name), height);
    if (!seenHeight) onHeight(height);
  }, [isDrawn, name, seenHeight, onHeight]);
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => onLast(last), [last, onLast]);
  return (
    <div ref={group} role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
      {shown.map(({ index, start }) =>
        line(
          index,
          insideOf(index),
          { position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${start}px)` },
          virtualizer.measureElement,
        ),
      )}
    </div>
  );
}
