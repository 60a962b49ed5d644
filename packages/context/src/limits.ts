import { fileTypeOf, isTextKind } from './file-kind.ts';

/** What a browser tab and a model can bear; each refusal is told with its reason. */
export const CONTEXT_LIMITS = {
  /** Bytes of one file that is read, for a preview or for the pack. */
  fileBytes: 2 * 1024 * 1024,
  /** Characters of all chosen texts together. */
  packCharacters: 8 * 1024 * 1024,
  /** Entries of a folder that are listed, ignored folders counted once and not entered. */
  entries: 200_000,
  /** Folders inside folders. */
  depth: 64,
} as const;

export type Refusal = 'too_large' | 'binary' | 'unreadable' | 'gone' | 'empty_range' | 'pack_full';

/** Why a file cannot be chosen, as far as name and size tell. */
export function findRefusal(path: string, size: number | undefined): Refusal | undefined {
  if (!isTextKind(fileTypeOf(path).kind)) return 'binary';
  return size !== undefined && size > CONTEXT_LIMITS.fileBytes ? 'too_large' : undefined;
}
