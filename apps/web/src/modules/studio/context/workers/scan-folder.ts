import {
  buildFileTree,
  CONTEXT_LIMITS,
  decodeText,
  type FileEntry,
  type FileTree,
  IGNORE_FILE_NAMES,
  type IgnoreProblem,
  type IgnoreRules,
  ignoreRules,
  joinPath,
} from '@promptvault/context';
import {
  type FolderErrorCode,
  type FolderSource,
  type SourceEntry,
  toFolderError,
} from '../api/folder-source.ts';
import type { ScanOptions } from './worker-protocol.ts';

export type FolderScan = {
  tree: FileTree;
  files: number;
  /** The folder holds more than may be listed, or is nested too deep. */
  isTruncated: boolean;
  ignoreProblems: readonly IgnoreProblem[];
  unreadable: readonly { path: string; code: FolderErrorCode }[];
};

const PARALLEL_FOLDERS = 8;
const LARGEST_IGNORE_FILE = 512 * 1024;
/** When what was found so far is shown, in milliseconds after the start: the tree fills while a large folder is read. */
const SHOWN_AFTER = [300, 1_000, 3_000, 8_000, 20_000];

type Pending = { path: string; depth: number };

/**
 * Lists a folder with the ignore files of every level. An ignored folder is one entry and is not entered. What
 * cannot be listed below the top is left empty and told; the top itself rejects.
 */
export async function scanFolder(
  source: FolderSource,
  options: ScanOptions,
  watch: { onProgress?: (scan: FolderScan) => void; signal?: AbortSignal; now?: () => number } = {},
): Promise<FolderScan> {
  const rules = ignoreRules([], options);
  const entries: FileEntry[] = [];
  const unreadable: { path: string; code: FolderErrorCode }[] = [];
  const queue: Pending[] = [];
  let files = 0;
  let isTruncated = false;
  let told = 0;
  const now = watch.now ?? (() => performance.now());
  const begun = now();

  async function visit({ path, depth }: Pending): Promise<void> {
    const children = await source.list(path);
    await readIgnoreFiles(source, path, children, rules);
    for (const child of children) {
      if (entries.length >= CONTEXT_LIMITS.entries) {
        isTruncated = true;
        return;
      }
      const childPath = joinPath(path, child.name);
      const entry = toEntry(childPath, child, rules);
      entries.push(entry);
      if (!child.isDirectory) files++;
      else if (entry.ignoredBy === undefined && depth < CONTEXT_LIMITS.depth)
        queue.push({ path: childPath, depth: depth + 1 });
      else if (entry.ignoredBy === undefined) isTruncated = true;
    }
  }

  await visit({ path: '', depth: 0 });
  while (queue.length > 0 && !isTruncatedByCount()) {
    watch.signal?.throwIfAborted();
    const batch = queue.splice(-PARALLEL_FOLDERS);
    await Promise.all(
      batch.map((folder) =>
        visit(folder).catch((error: unknown) => {
          unreadable.push({ path: folder.path, code: toFolderError(error, folder.path).code });
        }),
      ),
    );
    if (
      queue.length > 0 &&
      watch.onProgress &&
      now() - begun > (SHOWN_AFTER[told] ?? Number.POSITIVE_INFINITY)
    ) {
      told++;
      watch.onProgress(found());
    }
  }
  return found();

  function found(): FolderScan {
    return {
      tree: buildFileTree(entries),
      files,
      isTruncated,
      ignoreProblems: [...rules.problems],
      unreadable: [...unreadable],
    };
  }

  function isTruncatedByCount(): boolean {
    return entries.length >= CONTEXT_LIMITS.entries;
  }
}

async function readIgnoreFiles(
  source: FolderSource,
  directory: string,
  children: readonly SourceEntry[],
  rules: IgnoreRules,
): Promise<void> {
  for (const name of IGNORE_FILE_NAMES) {
    if (!children.some((child) => child.name === name && !child.isDirectory)) continue;
    const { bytes } = await source.read(joinPath(directory, name), LARGEST_IGNORE_FILE);
    const decoded = decodeText(bytes);
    if (decoded.value) rules.add({ directory, name, text: decoded.value.text });
  }
}

function toEntry(path: string, { isDirectory, size }: SourceEntry, rules: IgnoreRules): FileEntry {
  const entry: FileEntry = { path, isDirectory };
  if (size !== undefined) entry.size = size;
  const { ignored, by } = rules.verdict(path, isDirectory);
  if (ignored) entry.ignoredBy = by ? `${by.file}: ${by.pattern}` : '';
  return entry;
}
