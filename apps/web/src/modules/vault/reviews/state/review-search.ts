/** What the address of the list says. */
export type ReviewSearch = {
  scope?: 'mine' | 'waiting' | undefined;
  state?: 'merged' | 'closed' | undefined;
  prompt?: string | undefined;
};

/** Reads an address that anyone may have written; what means nothing is left out. */
export function readReviewSearch({ scope, state, prompt }: Record<string, unknown>): ReviewSearch {
  return {
    ...((scope === 'mine' || scope === 'waiting') && { scope }),
    ...((state === 'merged' || state === 'closed') && { state }),
    ...(typeof prompt === 'string' && /^[0-9a-f-]{36}$/.test(prompt) && { prompt }),
  };
}

/** What the address of a new review says. */
export type NewReviewSearch = { prompt?: string | undefined; source?: string | undefined };

export function readNewReviewSearch({ prompt, source }: Record<string, unknown>): NewReviewSearch {
  return {
    ...(typeof prompt === 'string' && prompt.length <= 100 && { prompt }),
    ...(typeof source === 'string' && source.length <= 60 && { source }),
  };
}
