import {
  type FileTree,
  selectionMarks,
  selectRun,
  shownFiles,
  type TreeSelection,
  type TreeView,
  toggleNode,
  treeRows,
} from '@promptvault/context';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FileMeasure } from '../workers/worker-protocol.ts';
import { treeAct } from './tree-keys.ts';
import { TREE_ROW_HEIGHT, TreeRow } from './tree-row.tsx';

type FolderTreeProps = {
  label: string;
  tree: FileTree;
  view: TreeView;
  selection: TreeSelection;
  measures: ReadonlyMap<string, FileMeasure>;
  onSelectionChange: (selection: TreeSelection) => void;
  onExpandedChange: (expanded: ReadonlySet<string>) => void;
  onPreview: (path: string) => void;
  /** The files in view, for measuring. */
  onFilesInView: (paths: readonly string[]) => void;
  /** Stands in the tree's place when the filter leaves no row. */
  whenEmpty: ReactNode;
};

/** A folder as a tree of 50,000 rows: arrows move, space chooses, shift extends, enter previews. */
export function FolderTree(props: FolderTreeProps) {
  const { label, tree, view, selection, measures, onSelectionChange, onExpandedChange, onPreview } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [activePath, setActivePath] = useState<string>();
  const rows = useMemo(() => treeRows(tree, view), [tree, view]);
  const marks = useMemo(() => selectionMarks(tree, selection, view), [tree, selection, view]);
  const active = rows.findIndex(({ node }) => node.path === activePath);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => TREE_ROW_HEIGHT,
    overscan: 10,
    // So that a server-side or test environment without a layout draws the first rows.
    initialRect: { width: 400, height: 400 },
  });
  const items = virtualizer.getVirtualItems();
  useFilesInView(
    items
      .map(({ index }) => rows[index]?.node)
      .flatMap((node) => (node && !node.isDirectory ? [node.path] : [])),
    props.onFilesInView,
  );

  function move(to: number): void {
    const row = rows[to];
    if (!row) return;
    setActivePath(row.node.path);
    virtualizer.scrollToIndex(to);
  }

  function expand(path: string, isOpen: boolean): void {
    const expanded = new Set(view.expanded);
    if (isOpen) expanded.add(path);
    else expanded.delete(path);
    onExpandedChange(expanded);
  }

  function toggle(at: number, isRun: boolean): void {
    const row = rows[at];
    if (!row) return;
    const isLetGo = marks.stateOf(row.index) === 'all';
    if (isRun && active >= 0) {
      const indexes = rows.slice(Math.min(active, at), Math.max(active, at) + 1).map(({ index }) => index);
      onSelectionChange(selectRun(tree, selection, { indexes, chosen: !isLetGo }, view));
    } else onSelectionChange(toggleNode(tree, selection, row.index, view));
    setActivePath(row.node.path);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / TREE_ROW_HEIGHT) - 1);
    const act = treeAct(event, rows, active, page);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (act.kind === 'move') move(act.to);
    else if (act.kind === 'toggle') toggle(active, false);
    else if (act.kind === 'open' || act.kind === 'close') expand(act.row.node.path, act.kind === 'open');
    else if (act.kind === 'preview') onPreview(act.row.node.path);
    else if (act.kind === 'chooseAll') onSelectionChange(new Set([...selection, ...shownFiles(tree, view)]));
    else {
      const indexes = [rows[active], rows[act.to]].flatMap((row) => (row ? [row.index] : []));
      onSelectionChange(selectRun(tree, selection, { indexes, chosen: true }, view));
      move(act.to);
    }
  }

  if (rows.length === 0) return props.whenEmpty;
  return (
    <div
      ref={box}
      role="tree"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={active >= 0 ? `${id}-${rows[active]?.index}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => active < 0 && setActivePath(rows[0]?.node.path)}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 focus-visible:outline-offset-[-2px]"
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { node } = row;
          return (
            <TreeRow
              key={node.path}
              id={`${id}-${row.index}`}
              row={row}
              state={marks.stateOf(row.index)}
              isActive={item.index === active}
              measure={measures.get(node.path)}
              top={item.start}
              onToggle={(isRun) => toggle(item.index, isRun)}
              onOpen={() => {
                setActivePath(node.path);
                if (node.isDirectory) expand(node.path, !row.isExpanded);
                else onPreview(node.path);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Tells the files in view once scrolling rests. */
function useFilesInView(paths: readonly string[], tell: (paths: readonly string[]) => void): void {
  // A name may hold anything but NUL and '/'.
  const key = paths.join('\0');
  const onRest = useEffectEvent(() => tell(key.split('\0')));
  useEffect(() => {
    if (key === '') return;
    const waiting = setTimeout(() => onRest(), 120);
    return () => clearTimeout(waiting);
  }, [key]);
}
