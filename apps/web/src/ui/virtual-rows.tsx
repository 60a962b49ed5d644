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
  useState,
} from 'react';

const plainRow = '[role="row"][data-index]';

export type ScrollToRow = (index: number) => void;

type VirtualRowsProps = {
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
  const { count, keyOf, rowHeight, box, scrollTo, content, line, onLast } = props;
  const [startAt] = useState(props.startAt);
  // The rows that stand there already know better how high one is: on a phone they are cards.
  const [seenHeight] = useState(() => box.current?.querySelector<HTMLElement>(plainRow)?.offsetHeight);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => seenHeight || rowHeight,
    getItemKey: keyOf,
    overscan: 12,
    initialOffset: startAt,
    // Rows that were just measured are drawn again in slices, not in one go while nobody can type.
    useFlushSync: false,
  });
  useImperativeHandle(scrollTo, () => (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  useLayoutEffect(() => {
    if (startAt && box.current) box.current.scrollTop = startAt;
  }, [box, startAt]);
  // A row that only moves, since others were measured, keeps its content: React leaves the same element alone.
  const contents = useMemo(() => ({ of: content, made: new Map<number, ReactNode>() }), [content]);
  const insideOf = (index: number) => {
    if (!contents.made.has(index)) contents.made.set(index, contents.of(index));
    return contents.made.get(index);
  };
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => onLast(last), [last, onLast]);
  return (
    <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
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
