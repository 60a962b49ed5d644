import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TokenCount } from '@promptvault/tokens';
import { clampRange, countLines, type LineRange, sliceLines } from './text-lines.ts';

/** One chosen file or part of a file: an item of the document's ContextPack. `from`/`to` are absent for a whole file. */
export type PackItem = {
  path: string;
  from?: number;
  to?: number;
  text: string;
  hash: string;
  tokens: number;
};

export type PackInput = {
  path: string;
  text: string;
  range?: LineRange | undefined;
  /** From `loadTokenCounter` of packages/tokens, for the family of the chosen model. */
  count: (text: string) => TokenCount;
};

/** Cuts the range out, hashes (SHA-256 of the cut text, hex) and counts. Undefined when the range holds no line. */
export function packItem({ path, text, range, count }: PackInput): PackItem | undefined {
  const lines = countLines(text);
  const clamped = range && clampRange(range, lines);
  if (range && !clamped) return undefined;
  const isWhole = !clamped || (clamped.from === 1 && clamped.to === lines);
  const chosen = isWhole ? text : sliceLines(text, clamped);
  const item = { path, text: chosen, hash: hashText(chosen), tokens: count(chosen).tokens };
  return isWhole ? item : { ...item, from: clamped.from, to: clamped.to };
}

export function hashText(text: string): string {
  return hashBytes(utf8ToBytes(text));
}

/** SHA-256 in hex, also where the page may not use that of the browser. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Two items are the same choice when path and range agree; a second choice replaces the first. */
export function packItemKey(item: {
  path: string;
  from?: number | undefined;
  to?: number | undefined;
}): string {
  return item.from === undefined ? item.path : `${item.path}:${item.from}-${item.to}`;
}
