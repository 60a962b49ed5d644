/**
 * Updates of a draft that the server has not acknowledged, kept in this browser so that a reload or a crash loses
 * nothing. Each tab writes its own entry; a new tab takes over all entries of the draft, since sending the same
 * update twice counts once.
 */
import { fromBase64, toBase64 } from './base64.ts';

export type KeptUpdates = {
  /** What earlier tabs left behind, with a way to drop each entry once it is acknowledged. */
  inherit(): { updates: Uint8Array[]; drop: () => void };
  /** Replaces this tab's entry; false when the browser refuses to keep it. */
  keep(updates: readonly Uint8Array[]): boolean;
};

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function keptUpdates(box: () => Box, draft: string, tab: string): KeptUpdates {
  const prefix = `promptvault.draft.${draft}.`;
  const own = prefix + tab;
  return {
    inherit() {
      try {
        const entries = keysOf(box()).filter((key) => key.startsWith(prefix) && key !== own);
        const found = entries.map((key) => ({ key, text: box().getItem(key) ?? '' }));
        return {
          updates: found.flatMap(({ text }) => readEntry(text)),
          // Another living tab may have written more meanwhile; then its entry stays.
          drop: () => {
            for (const { key, text } of found) if (box().getItem(key) === text) box().removeItem(key);
          },
        };
      } catch {
        return { updates: [], drop: () => {} }; // Storage is forbidden, so nothing was kept either.
      }
    },
    keep(updates) {
      try {
        if (updates.length === 0) box().removeItem(own);
        else box().setItem(own, updates.map(toBase64).join('\n'));
        return true;
      } catch {
        return false;
      }
    },
  };
}

const keysOf = (box: Box): string[] =>
  Array.from({ length: box.length }, (_, index) => box.key(index)).filter((key) => key !== null);

function readEntry(text: string): Uint8Array[] {
  try {
    return text.split('\n').filter(Boolean).map(fromBase64);
  } catch {
    return []; // Not written by keep(): nothing that could be sent.
  }
}
