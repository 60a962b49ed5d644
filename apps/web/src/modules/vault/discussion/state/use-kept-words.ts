import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../../ui/form-draft.ts';
import type { Mention } from './mention-text.ts';

export type Words = { text: string; people: Mention[]; suggestion: string | undefined };

/** What is being written, kept by this browser until it is sent. */
export function useKeptWords(name: string, first: Words) {
  const [words, setWords] = useState<Words>(() => ({ ...first, ...readDraft<Words>(`comment.${name}`) }));
  return {
    words,
    change(next: Partial<Words>) {
      const changed = { ...words, ...next };
      setWords(changed);
      if (changed.text.trim() === '' && changed.suggestion === first.suggestion) dropDraft(`comment.${name}`);
      else keepDraft(`comment.${name}`, changed, []);
    },
    clear() {
      setWords({ text: '', people: [], suggestion: undefined });
      dropDraft(`comment.${name}`);
    },
  };
}
