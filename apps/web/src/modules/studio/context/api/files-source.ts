import { directoryOf, findPathProblem, nameOf } from '@promptvault/context';
import {
  FolderError,
  type FolderSource,
  readBlob,
  type SourceEntry,
  toFolderError,
} from './folder-source.ts';

/** Hands over one file by its path; undefined when there is none. */
export type FindBlob = (path: string) => Promise<Blob | undefined>;

/**
 * A folder that was uploaded into the page or dropped on it, as a list of paths. Gone after a reload. Sizes are not
 * listed: they are known only when a file is handed over.
 */
export function filesSource(paths: Iterable<string>, findBlob: FindBlob): FolderSource {
  const folders = new Map<string, SourceEntry[]>([['', []]]);
  const known = new Set<string>();

  function entriesOf(directory: string): SourceEntry[] {
    const listed = folders.get(directory);
    if (listed) return listed;
    const entries: SourceEntry[] = [];
    folders.set(directory, entries);
    entriesOf(directoryOf(directory)).push({ name: nameOf(directory), isDirectory: true });
    return entries;
  }

  for (const path of paths) {
    if (findPathProblem(path) || known.has(path)) continue;
    known.add(path);
    entriesOf(directoryOf(path)).push({ name: nameOf(path), isDirectory: false });
  }

  async function blobAt(path: string): Promise<Blob> {
    const blob = known.has(path) ? await findBlob(path) : undefined;
    if (!blob) throw new FolderError('gone', path);
    return blob;
  }

  return {
    list: async (directory) => folders.get(directory) ?? [],
    read: async (path, limit) => {
      const blob = await blobAt(path);
      return readBlob(blob, limit).catch((error: unknown) => Promise.reject(toFolderError(error, path)));
    },
    size: async (path) => (await blobAt(path)).size,
  };
}
