import { estimateTokenCount } from 'tokenx';
import { familyMargin, type TokenCount, type TokenFamily } from './token-family.ts';

// Bounds the memory of tokenx, which holds all segments of what it is given at once.
const ESTIMATE_LENGTH = 65_536;

/** Counts as the one of these families that counts most; without any as today's usual encoding. */
export function mostTokens(families: readonly TokenFamily[]): (text: string) => number {
  const most = families.reduce<TokenFamily>(
    (before, family) => (familyMargin(family) > familyMargin(before) ? family : before),
    'o200k',
  );
  return (text) => estimateTokens(text, most).tokens;
}

/** An instant guess while typing: no encoding is loaded. Never exact, so show it with ≈. */
export function estimateTokens(text: string, family: TokenFamily): TokenCount {
  let tokens = 0;
  for (let from = 0; from < text.length; from += ESTIMATE_LENGTH) {
    tokens += estimateTokenCount(text.slice(from, from + ESTIMATE_LENGTH));
  }
  return { tokens: Math.ceil(tokens * familyMargin(family)), exact: false };
}
