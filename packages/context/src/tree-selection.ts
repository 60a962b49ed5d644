import type { FileNode, FileTree } from './file-tree.ts';
import { isChoosable, shownFiles, type TreeView } from './tree-rows.ts';

/** Paths of chosen files. Folders are never in it: their mark follows from their files. */
export type TreeSelection = ReadonlySet<string>;

export type CheckState = 'none' | 'some' | 'all';

export type SelectionMarks = {
  /** By node index. `none` also for what holds nothing that can be chosen. */
  stateOf(index: number): CheckState;
  chosen: number;
  /** Known bytes of the chosen files. */
  bytes: number;
};

/** The mark of every row, in one pass from the last node to the first. */
export function selectionMarks(tree: FileTree, selection: TreeSelection, view: TreeView): SelectionMarks {
  const { nodes } = tree;
  const choosable = new Int32Array(nodes.length);
  const chosen = new Int32Array(nodes.length);
  let total = 0;
  let bytes = 0;
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index] as FileNode;
    if (!node.isDirectory && isChoosable(node, view)) {
      choosable[index] = 1;
      if (selection.has(node.path)) {
        chosen[index] = 1;
        total++;
        bytes += node.size ?? 0;
      }
    }
    if (node.parent >= 0) {
      choosable[node.parent] = (choosable[node.parent] ?? 0) + (choosable[index] ?? 0);
      chosen[node.parent] = (chosen[node.parent] ?? 0) + (chosen[index] ?? 0);
    }
  }
  return {
    stateOf: (index) => (chosen[index] ? (chosen[index] === choosable[index] ? 'all' : 'some') : 'none'),
    chosen: total,
    bytes,
  };
}

/**
 * Clicks the mark of a row: a file turns; a folder chooses every file below it that is in reach of the filter,
 * or lets them all go when all were chosen.
 */
export function toggleNode(
  tree: FileTree,
  selection: TreeSelection,
  index: number,
  view: TreeView,
): TreeSelection {
  const node = tree.nodes[index];
  if (!node) return selection;
  const below = filesBelow(tree, index, view);
  const areAllChosen = below.length > 0 && below.every((path) => selection.has(path));
  return areAllChosen ? without(selection, below) : new Set([...selection, ...below]);
}

/** Chooses or lets go everything between two visible rows, as Shift does; the clicked row's new state rules. */
export function selectRun(
  tree: FileTree,
  selection: TreeSelection,
  run: { indexes: readonly number[]; chosen: boolean },
  view: TreeView,
): TreeSelection {
  const paths = run.indexes.flatMap((index) => filesBelow(tree, index, view));
  return run.chosen ? new Set([...selection, ...paths]) : without(selection, paths);
}

function filesBelow(tree: FileTree, index: number, view: TreeView): string[] {
  const node = tree.nodes[index];
  return node ? shownFiles(tree, view, { from: index, end: node.end }) : [];
}

function without(selection: TreeSelection, paths: readonly string[]): TreeSelection {
  const left = new Set(selection);
  for (const path of paths) left.delete(path);
  return left;
}
