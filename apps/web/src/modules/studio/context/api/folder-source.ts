/**
 * One folder, wherever it comes from: a connected handle, an upload or a drop. Lives in the worker; whatever it
 * reads stays in this browser. Paths are relative, as in packages/context.
 */
export type FolderSource = {
  /** What lies directly in a folder ('' is the top). Rejects with FolderError. */
  list(directory: string): Promise<SourceEntry[]>;
  /** At most `limit` bytes from the start, and the whole size. Rejects with FolderError. */
  read(path: string, limit: number): Promise<{ bytes: Uint8Array; size: number }>;
  size(path: string): Promise<number>;
};

/** `size` where it costs nothing to know. */
export type SourceEntry = { name: string; isDirectory: boolean; size?: number };

/** A folder as the page gets it. */
export type FolderOrigin =
  | { kind: 'handle'; name: string; handle: FileSystemDirectoryHandle }
  | { kind: 'files'; name: string; files: readonly PickedFile[] };

/**
 * A folder as the worker gets it: a handle, or the paths alone. Cloning a File makes the browser look it up on the
 * disk, 10 s for 50,000, so the page keeps them and hands over those that are read.
 */
export type SentFolder =
  | { kind: 'handle'; name: string; handle: FileSystemDirectoryHandle }
  | { kind: 'files'; name: string; paths: readonly string[] };

/** A file of an upload or drop; `path` begins below the chosen folder. */
export type PickedFile = { path: string; blob: Blob };

export type FolderErrorCode = 'permission_lost' | 'gone' | 'unreadable';

export class FolderError extends Error {
  readonly code: FolderErrorCode;
  constructor(code: FolderErrorCode, path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause });
    this.name = 'FolderError';
    this.code = code;
  }
}

/** The browser's words for what happened to a file, in ours. */
export function toFolderError(error: unknown, path: string): FolderError {
  if (error instanceof FolderError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError')
    return new FolderError('permission_lost', path, error);
  if (name === 'NotFoundError' || name === 'TypeMismatchError') return new FolderError('gone', path, error);
  return new FolderError('unreadable', path, error);
}

/** Reads the start of a file without holding the rest. */
export async function readBlob(blob: Blob, limit: number): Promise<{ bytes: Uint8Array; size: number }> {
  const start = blob.size > limit ? blob.slice(0, limit) : blob;
  return { bytes: new Uint8Array(await start.arrayBuffer()), size: blob.size };
}
