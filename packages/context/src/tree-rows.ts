import type { FileNode, FileTree } from './file-tree.ts';

export type TreeView = {
  /** Paths of opened folders. */
  expanded: ReadonlySet<string>;
  /** Words that must all occur in a path; a filter opens every folder that leads to a hit. */
  filter: string;
  showIgnored: boolean;
};

/** Nodes from `from` up to, not including, `end`. */
export type NodeRun = { from: number; end: number };

/** One visible row: the index of its node, and what of it is drawn open. */
export type TreeRow = { index: number; node: FileNode; isExpanded: boolean };

/** The rows to draw, in order. Cost: one pass over the nodes. */
export function treeRows(tree: FileTree, view: TreeView): TreeRow[] {
  const matching = matchingNodes(tree, view.filter);
  const rows: TreeRow[] = [];
  const { nodes } = tree;
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index] as FileNode;
    const isHidden = (!view.showIgnored && node.ignoredBy !== undefined) || (matching && !matching[index]);
    if (isHidden) {
      index = node.end;
      continue;
    }
    const isExpanded = node.isDirectory && (matching !== undefined || view.expanded.has(node.path));
    rows.push({ index, node, isExpanded });
    index = isExpanded ? index + 1 : node.end;
  }
  return rows;
}

/** 1 for each node of a run that matches or leads to a match in it; undefined without a filter. */
function matchingNodes(
  { nodes }: FileTree,
  filter: string,
  run: NodeRun = { from: 0, end: nodes.length },
): Uint8Array | undefined {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const matching = new Uint8Array(nodes.length);
  for (let index = run.end - 1; index >= run.from; index--) {
    const node = nodes[index] as FileNode;
    if (!matching[index]) {
      const path = node.path.toLowerCase();
      if (words.every((word) => path.includes(word))) matching[index] = 1;
    }
    if (matching[index] && node.parent >= 0) matching[node.parent] = 1;
  }
  return matching;
}

/** The choosable files of a run that a filter and the ignore toggle leave in reach; of all nodes by default. */
export function shownFiles(tree: FileTree, view: TreeView, run?: NodeRun): string[] {
  const { from, end } = run ?? { from: 0, end: tree.nodes.length };
  const matching = matchingNodes(tree, view.filter, { from, end });
  const paths: string[] = [];
  for (let index = from; index < end; index++) {
    const node = tree.nodes[index] as FileNode;
    if (!node.isDirectory && isChoosable(node, view) && (!matching || matching[index] === 1))
      paths.push(node.path);
  }
  return paths;
}

export function isChoosable(node: FileNode, view: Pick<TreeView, 'showIgnored'>): boolean {
  return !node.refusal && (view.showIgnored || node.ignoredBy === undefined);
}
