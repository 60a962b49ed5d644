import { joinPath } from '@promptvault/context';
import type { FolderOrigin, PickedFile } from './folder-source.ts';

/** What this page may do with folders; the screen says why when it may only upload. */
export type FolderAbility = 'connect' | 'upload_insecure' | 'upload_unsupported';

type PickerWindow = {
  showDirectoryPicker?: (options: { mode: 'read'; id: string }) => Promise<FileSystemDirectoryHandle>;
  isSecureContext: boolean;
};

export function folderAbility(page: PickerWindow = window as unknown as PickerWindow): FolderAbility {
  if (page.showDirectoryPicker) return 'connect';
  return page.isSecureContext ? 'upload_unsupported' : 'upload_insecure';
}

/** Asks for a folder; undefined when the person closes the dialog. Needs a click. */
export async function pickFolder(
  page: PickerWindow = window as unknown as PickerWindow,
): Promise<FolderOrigin | undefined> {
  if (!page.showDirectoryPicker) return undefined;
  try {
    const handle = await page.showDirectoryPicker({ mode: 'read', id: 'promptvault-context' });
    return { kind: 'handle', name: handle.name, handle };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** The files of an `<input webkitdirectory>`; each path begins with the chosen folder's name. */
export function originOfUpload(files: Iterable<File>): FolderOrigin {
  let name = '';
  const picked: PickedFile[] = [];
  for (const file of files) {
    const [folder, ...below] = (file.webkitRelativePath || file.name).split('/');
    if (below.length > 0) name ||= folder ?? '';
    picked.push({ path: below.length > 0 ? below.join('/') : file.name, blob: file });
  }
  return { kind: 'files', name, files: picked };
}

type DroppedItem = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/**
 * What was dropped: one folder becomes a handle where the browser has handles, anything else a list of files.
 * Must be called in the drop event itself: the items are emptied right after it.
 */
export async function originOfDrop(items: Iterable<DataTransferItem>): Promise<FolderOrigin | undefined> {
  const dropped = [...items].filter((item) => item.kind === 'file') as DroppedItem[];
  const entries = dropped.map((item) => item.webkitGetAsEntry());
  const [only] = dropped;
  if (only?.getAsFileSystemHandle && dropped.length === 1 && entries[0]?.isDirectory) {
    const handle = await only.getAsFileSystemHandle();
    if (handle?.kind === 'directory') {
      return { kind: 'handle', name: handle.name, handle: handle as FileSystemDirectoryHandle };
    }
  }
  return originOfEntries(entries.filter((entry) => entry !== null));
}

async function originOfEntries(entries: readonly FileSystemEntry[]): Promise<FolderOrigin | undefined> {
  const [first] = entries;
  if (!first) return undefined;
  const isOneFolder = entries.length === 1 && first.isDirectory;
  const files: PickedFile[] = [];
  if (isOneFolder) await collectFolder(first as FileSystemDirectoryEntry, '', files);
  else for (const entry of entries) await collect(entry, entry.name, files);
  return { kind: 'files', name: first.name, files };
}

async function collect(entry: FileSystemEntry, path: string, files: PickedFile[]): Promise<void> {
  if (entry.isDirectory) return collectFolder(entry as FileSystemDirectoryEntry, path, files);
  const blob = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject),
  );
  files.push({ path, blob });
}

async function collectFolder(
  entry: FileSystemDirectoryEntry,
  path: string,
  files: PickedFile[],
): Promise<void> {
  const reader = entry.createReader();
  // A reader answers in batches of a hundred and an empty one at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return;
    for (const child of batch) await collect(child, joinPath(path, child.name), files);
  }
}
