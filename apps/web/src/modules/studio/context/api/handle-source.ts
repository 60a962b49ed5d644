import { directoryOf, joinPath, nameOf } from '@promptvault/context';
import { type FolderSource, readBlob, type SourceEntry, toFolderError } from './folder-source.ts';

/** A folder the person connected: every read asks the disk again, so what is previewed is what is there. */
export function handleSource(root: FileSystemDirectoryHandle): FolderSource {
  const folders = new Map<string, FileSystemDirectoryHandle>([['', root]]);

  async function folder(path: string): Promise<FileSystemDirectoryHandle> {
    const known = folders.get(path);
    if (known) return known;
    const parent = await folder(directoryOf(path));
    const found = await parent.getDirectoryHandle(nameOf(path));
    folders.set(path, found);
    return found;
  }

  async function file(path: string): Promise<File> {
    try {
      const handle = await (await folder(directoryOf(path))).getFileHandle(nameOf(path));
      return await handle.getFile();
    } catch (error) {
      throw toFolderError(error, path);
    }
  }

  return {
    async list(directory) {
      try {
        const entries: SourceEntry[] = [];
        for await (const [name, handle] of (await folder(directory)).entries()) {
          entries.push({ name, isDirectory: handle.kind === 'directory' });
          if (handle.kind === 'directory') folders.set(joinPath(directory, name), handle);
        }
        return entries;
      } catch (error) {
        throw toFolderError(error, directory);
      }
    },
    async read(path, limit) {
      const found = await file(path);
      return readBlob(found, limit).catch((error: unknown) => Promise.reject(toFolderError(error, path)));
    },
    async size(path) {
      return (await file(path)).size;
    },
  };
}
