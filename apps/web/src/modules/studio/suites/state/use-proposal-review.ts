import { useState } from 'react';
import { keepDraft, readDraft } from '../../../../ui/form-draft.ts';
import type { Review } from './proposal-review.ts';

/** The review of the proposals of a run. */
export function useProposalReview(runId: string) {
  const name = `proposals.${runId}`;
  const [review, setReview] = useState<Review>(() => (readDraft(name, sessionStorage) ?? {}) as Review);
  const change = (next: Review) => {
    setReview(next);
    keepDraft(name, next, [], sessionStorage);
  };
  return [review, change] as const;
}
