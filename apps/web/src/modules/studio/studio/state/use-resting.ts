import type { PromptDocument } from '@promptvault/document';
import { useEffect, useState } from 'react';

/** Longer documents are rendered and counted when the keys rest, not between them. */
const longFrom = 30_000;
const restMs = 250;

const lengthOf = ({ sections, examples }: PromptDocument) =>
  sections.reduce((sum, { text }) => sum + text.length, 0) +
  examples.reduce((sum, { input, output }) => sum + input.length + output.length, 0);

/** The document as it was when somebody last paused; a short one at once. */
export function useResting(document: PromptDocument | undefined): PromptDocument | undefined {
  const [rested, setRested] = useState(document);
  const isLong = document !== undefined && rested !== undefined && lengthOf(document) > longFrom;
  useEffect(() => {
    if (!isLong) return setRested(document);
    const waiting = setTimeout(() => setRested(document), restMs);
    return () => clearTimeout(waiting);
  }, [document, isLong]);
  return isLong ? rested : document;
}
