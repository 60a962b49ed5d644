import { type PackItem, packItemKey } from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';

/**
 * Adds items at the end. The whole of a file replaces its parts, a part replaces the whole, and the same part again
 * replaces itself in its place.
 */
export function addItems(pack: ContextPack, added: readonly PackItem[]): ContextPack {
  let { items } = pack;
  for (const item of added) {
    const key = packItemKey(item);
    const at = items.findIndex((known) => packItemKey(known) === key);
    if (at >= 0) items = items.with(at, item);
    else {
      const isWhole = item.from === undefined;
      items = [
        ...items.filter((known) => known.path !== item.path || (!isWhole && known.from !== undefined)),
        item,
      ];
    }
  }
  return { items };
}

/** Puts a re-cut item in the place of another; what would then stand twice stands once. */
export function replaceItem(pack: ContextPack, key: string, item: PackItem): ContextPack {
  const newKey = packItemKey(item);
  const items = pack.items.filter((known) => packItemKey(known) === key || packItemKey(known) !== newKey);
  return { items: items.map((known) => (packItemKey(known) === key ? item : known)) };
}

/**
 * Items read anew take the places they had. Where a file has become shorter than the lines of a part, that part ends
 * earlier; what was let go or cut otherwise meanwhile stays as it is.
 */
export function renewItems(pack: ContextPack, renewed: readonly PackItem[]): ContextPack {
  const exact = new Set(renewed.map(packItemKey));
  const isShorter = (one: ContextPack['items'][number], item: PackItem) =>
    one.path === item.path &&
    one.from === item.from &&
    (one.to ?? 0) > (item.to ?? 0) &&
    !exact.has(packItemKey(one));
  return renewed.reduce((next, item) => {
    const key = packItemKey(item);
    const known =
      next.items.find((one) => packItemKey(one) === key) ?? next.items.find((one) => isShorter(one, item));
    return known ? replaceItem(next, packItemKey(known), item) : next;
  }, pack);
}

export function removeItem(pack: ContextPack, key: string): ContextPack {
  return { items: pack.items.filter((item) => packItemKey(item) !== key) };
}

export function removePaths(pack: ContextPack, paths: ReadonlySet<string>): ContextPack {
  return { items: pack.items.filter(({ path }) => !paths.has(path)) };
}

export function packTokens(pack: ContextPack): number {
  return pack.items.reduce((total, { tokens }) => total + (tokens ?? 0), 0);
}

export function packCharacters(pack: ContextPack): number {
  return pack.items.reduce((total, { text }) => total + text.length, 0);
}

/** New counts for the items whose text is still in the pack; the same pack when nothing differs. */
export function withTokens(pack: ContextPack, counts: ReadonlyMap<string, number>): ContextPack {
  const differs = pack.items.some(({ hash, tokens }) => (counts.get(hash) ?? tokens) !== tokens);
  if (!differs) return pack;
  return { items: pack.items.map((item) => ({ ...item, tokens: counts.get(item.hash) ?? item.tokens })) };
}

/** The items that have room for their texts, in their order; those after one that has none may still fit. */
export function fit<Item extends { text: string }>(
  items: readonly Item[],
  room: number,
): { fitting: Item[]; left: Item[] } {
  let used = 0;
  const fitting: Item[] = [];
  const left: Item[] = [];
  for (const item of items) {
    if (used + item.text.length <= room) {
      used += item.text.length;
      fitting.push(item);
    } else left.push(item);
  }
  return { fitting, left };
}
