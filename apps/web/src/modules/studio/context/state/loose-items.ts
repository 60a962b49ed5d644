/** Which chosen texts came as single files: the connected folder, even with a file of that name, cannot read them again. */
import type { PackItem } from '@promptvault/context';

const loose = new Set<string>();
const keyOf = ({ path, hash }: Pick<PackItem, 'path' | 'hash'>) => `${hash} ${path}`;

export function markLoose(items: readonly PackItem[]): void {
  for (const item of items) loose.add(keyOf(item));
}

/** The same text, now read from the folder. */
export function markOfFolder(items: readonly PackItem[]): void {
  for (const item of items) loose.delete(keyOf(item));
}

export const isLoose = (item: Pick<PackItem, 'path' | 'hash'>): boolean => loose.has(keyOf(item));
