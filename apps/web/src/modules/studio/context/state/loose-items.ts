/**
 * Where chosen texts were read: in a folder that was connected, or as single files. Only what came from the folder that is
 * connected now can be read again: another one may have a file of that name.
 */
import type { PackItem } from '@promptvault/context';

/** In place of a connection: it came as a single file. */
const noFolder = 0;
const folders = new Map<string, number>();
const keyOf = ({ path, hash }: Pick<PackItem, 'path' | 'hash'>) => `${hash} ${path}`;

export function markLoose(items: readonly PackItem[]): void {
  for (const item of items) folders.set(keyOf(item), noFolder);
}

/** Read in this connection (`FolderState.connection`), whatever it was before. */
export function markOfFolder(items: readonly PackItem[], connection: number): void {
  for (const item of items) folders.set(keyOf(item), connection);
}

/** Whether the folder that is connected now is where it was read. */
export const isOfFolder = (item: Pick<PackItem, 'path' | 'hash'>, connection: number): boolean =>
  folders.get(keyOf(item)) === connection;

export const isLoose = (item: Pick<PackItem, 'path' | 'hash'>): boolean =>
  folders.get(keyOf(item)) === noFolder;
