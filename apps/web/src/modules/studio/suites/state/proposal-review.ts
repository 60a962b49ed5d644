/** What a person decided on the proposals of one run. Kept by this tab, so that a reload loses nothing. */
import type { NewCase } from '../api/cases.ts';

export type Decision = 'accepted' | 'rejected';

export interface Reviewed {
  decision?: Decision;
  /** The case as it was edited. */
  edited?: NewCase;
}

/** By the place of the proposal. */
export type Review = Readonly<Record<number, Reviewed>>;

/** The proposals that "accept all" takes: not decided on, and no duplicates unless they were edited. */
export const openProposals = (
  review: Review,
  count: number,
  duplicates: readonly { index: number }[],
): number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => {
    const { decision, edited } = review[index] ?? {};
    return decision === undefined && (edited !== undefined || !duplicates.some((one) => one.index === index));
  });

export const decide = (
  review: Review,
  indices: readonly number[],
  decision: Decision | undefined,
): Review => ({
  ...review,
  ...Object.fromEntries(
    indices.map((index) => {
      const { edited } = review[index] ?? {};
      return [index, { ...(edited && { edited }), ...(decision && { decision }) }];
    }),
  ),
});

export const edit = (review: Review, index: number, edited: NewCase): Review => ({
  ...review,
  [index]: { ...review[index], edited },
});
