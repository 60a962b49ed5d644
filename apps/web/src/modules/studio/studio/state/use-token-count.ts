import { estimateTokens, familyMargin, loadTokenCounter, type TokenFamily } from '@promptvault/tokens';
import { useEffect, useMemo, useState } from 'react';

type CountTokens = (text: string) => number;

const remembered = 2_000;

/** Counts at once by an estimate, and exactly as soon as the encoding is loaded. */
export function useTokenCount(family: TokenFamily): { count: CountTokens; isEstimated: boolean } {
  const [exact, setExact] = useState<{ family: TokenFamily; count: CountTokens }>();
  useEffect(() => {
    let isLatest = true;
    const load = () =>
      loadTokenCounter(family).then(
        (count) => isLatest && setExact({ family, count: remembering((text) => count(text).tokens) }),
        () => undefined, // The encoding did not load; the estimate is marked as one and stays.
      );
    // A megabyte of tokens is read after the page is there, not before.
    const waiting = setTimeout(load, 600);
    return () => {
      isLatest = false;
      clearTimeout(waiting);
    };
  }, [family]);
  const estimate = useMemo(() => remembering((text) => estimateTokens(text, family).tokens), [family]);
  const isExact = exact?.family === family;
  return { count: isExact ? exact.count : estimate, isEstimated: !isExact || familyMargin(family) !== 1 };
}

function remembering(count: CountTokens): CountTokens {
  const known = new Map<string, number>();
  return (text) => {
    const tokens = known.get(text) ?? count(text);
    if (known.size > remembered) known.clear();
    known.set(text, tokens);
    return tokens;
  };
}
