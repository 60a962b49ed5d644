import { directoryOf, findPathProblem, nameOf } from '@promptvault/context';
import {
  FolderError,
  type FolderSource,
  type PickedFile,
  readBlob,
  type SourceEntry,
  toFolderError,
} from './folder-source.ts';

/**
 * A folder that was uploaded into the page or dropped on it, as a list of files. Gone after a reload. Sizes are not
 * listed: the browser looks each one up on the disk when it is first asked, 10 s for 50,000 files.
 */
export function filesSource(files: readonly PickedFile[]): FolderSource {
  const blobs = new Map<string, Blob>();
  const folders = new Map<string, SourceEntry[]>([['', []]]);

  function entriesOf(directory: string): SourceEntry[] {
    const known = folders.get(directory);
    if (known) return known;
    const entries: SourceEntry[] = [];
    folders.set(directory, entries);
    entriesOf(directoryOf(directory)).push({ name: nameOf(directory), isDirectory: true });
    return entries;
  }

  for (const { path, blob } of files) {
    if (findPathProblem(path) || blobs.has(path)) continue;
    blobs.set(path, blob);
    entriesOf(directoryOf(path)).push({ name: nameOf(path), isDirectory: false });
  }

  function blobAt(path: string): Blob {
    const blob = blobs.get(path);
    if (!blob) throw new FolderError('gone', path);
    return blob;
  }

  return {
    list: async (directory) => folders.get(directory) ?? [],
    read: async (path, limit) => {
      const blob = blobAt(path);
      return readBlob(blob, limit).catch((error: unknown) => Promise.reject(toFolderError(error, path)));
    },
    size: async (path) => blobAt(path).size,
  };
}
