import type { ContextPack } from '@promptvault/document';
import { useState } from 'react';

/** Chosen files of each prompt, in memory alone: they outlive a look at another page, never the tab. */
const packs = new Map<string, ContextPack>();
const empty: ContextPack = { items: [] };

export function usePack(promptId: string): [ContextPack, (pack: ContextPack) => void] {
  const [pack, setPack] = useState(() => packs.get(promptId) ?? empty);
  return [
    pack,
    (next) => {
      packs.set(promptId, next);
      setPack(next);
    },
  ];
}
