import { findPathProblem, nameOf } from './file-path.ts';
import { findRefusal, type Refusal } from './limits.ts';

/** What a source of files tells about one entry. Folders may be left out; their files imply them. */
export type FileEntry = {
  path: string;
  isDirectory?: boolean;
  size?: number;
  /** The rule that ignores it, for example `src/.gitignore: *.log`. */
  ignoredBy?: string;
};

/**
 * A row of the tree. Nodes stand in the order in which a fully opened tree shows them, so everything below node i
 * is the unbroken run from i + 1 to `end` (exclusive): choosing, counting and hiding a folder are loops over it.
 */
export type FileNode = {
  path: string;
  name: string;
  depth: number;
  /** Index of the folder's node, -1 at the top. */
  parent: number;
  end: number;
  isDirectory: boolean;
  size?: number;
  ignoredBy?: string;
  /** Why the file cannot be chosen: it is no text, or too large. */
  refusal?: Refusal;
};

export type FileTree = { nodes: readonly FileNode[]; refusedPaths: number };

type Draft = FileEntry & { name: string; children?: Map<string, Draft> };

/** Names are compared by code unit after lowering, digits by value: stable, and the same in every browser. */
const collator = new Intl.Collator('en', { numeric: true });

/** Entries in any order. An entry whose path leaves the folder or has no name is left out and counted. */
export function buildFileTree(entries: Iterable<FileEntry>): FileTree {
  const root = new Map<string, Draft>();
  const folders = new Map<string, Map<string, Draft>>([['', root]]);
  let refusedPaths = 0;
  for (const entry of entries) {
    if (findPathProblem(entry.path)) {
      refusedPaths++;
      continue;
    }
    const siblings = folderChildren(folders, entry.path);
    const name = nameOf(entry.path);
    const known = siblings.get(name);
    if (entry.isDirectory) folderAt(folders, siblings, { ...entry, name });
    else if (!known) siblings.set(name, { ...entry, name });
  }
  return { nodes: layOut(root), refusedPaths };
}

function folderChildren(folders: Map<string, Map<string, Draft>>, path: string): Map<string, Draft> {
  const at = path.lastIndexOf('/');
  const folder = at < 0 ? '' : path.slice(0, at);
  const known = folders.get(folder);
  if (known) return known;
  return folderAt(folders, folderChildren(folders, folder), { path: folder, name: nameOf(folder) });
}

function folderAt(
  folders: Map<string, Map<string, Draft>>,
  siblings: Map<string, Draft>,
  entry: FileEntry & { name: string },
): Map<string, Draft> {
  const known = siblings.get(entry.name);
  const children = known?.children ?? new Map<string, Draft>();
  siblings.set(entry.name, { ...known, ...entry, isDirectory: true, children });
  folders.set(entry.path, children);
  return children;
}

function layOut(root: Map<string, Draft>): FileNode[] {
  const nodes: FileNode[] = [];
  const place = (
    siblings: Map<string, Draft>,
    depth: number,
    parent: number,
    folderIgnoredBy?: string,
  ): void => {
    for (const draft of [...siblings.values()].sort(inOrder)) {
      const index = nodes.length;
      const node: FileNode = {
        path: draft.path,
        name: draft.name,
        depth,
        parent,
        end: index + 1,
        isDirectory: draft.children !== undefined,
      };
      const ignoredBy = draft.ignoredBy ?? folderIgnoredBy;
      if (ignoredBy !== undefined) node.ignoredBy = ignoredBy;
      if (draft.size !== undefined) node.size = draft.size;
      const refusal = draft.children ? undefined : findRefusal(draft.path, draft.size);
      if (refusal) node.refusal = refusal;
      nodes.push(node);
      if (draft.children) place(draft.children, depth + 1, index, ignoredBy);
      node.end = nodes.length;
    }
  };
  place(root, 0, -1);
  return nodes;
}

function inOrder(a: Draft, b: Draft): number {
  const foldersFirst = Number(b.children !== undefined) - Number(a.children !== undefined);
  return foldersFirst || collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
}
