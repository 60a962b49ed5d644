/** Which candidates are worth keeping. Pure. */

export interface Measured {
  number: number;
  /** Share that passed, 0 to 1; null while nothing is judged. */
  rate: number | null;
  /** Mean score, 0 to 1. */
  score: number | null;
  /** Mean cost of an answer; null, as for a model without a price, counts as nothing. */
  microDollars: number | null;
}

const hair = 1e-9;
const costOf = ({ microDollars }: Measured) => microDollars ?? 0;

/** More passed; of as many, the better score. Positive when `a` is better. */
export function compareQuality(a: Measured, b: Measured): number {
  const byRate = (a.rate ?? 0) - (b.rate ?? 0);
  return Math.abs(byRate) > hair ? byRate : (a.score ?? 0) - (b.score ?? 0);
}

/** Better or as good in both, and better in one; of two that are the same, the earlier stands. */
function dominates(a: Measured, b: Measured): boolean {
  const quality = compareQuality(a, b);
  const saved = costOf(b) - costOf(a);
  if (quality < -hair || saved < 0) return false;
  return quality > hair || saved > 0 || a.number < b.number;
}

/** Those that no other is better than in score and cost together, in the order given. */
export function paretoFront<M extends Measured>(all: readonly M[]): M[] {
  const judged = all.filter(({ rate }) => rate !== null);
  return judged.filter((one) => !judged.some((other) => other !== one && dominates(other, one)));
}

/** The best in quality, of as good ones the cheapest, of as cheap ones the earliest. */
export function bestOf<M extends Measured>(all: readonly M[]): M | undefined {
  return [...all]
    .filter(({ rate }) => rate !== null)
    .sort((a, b) => compareQuality(b, a) || costOf(a) - costOf(b) || a.number - b.number)[0];
}

/** Whether the later ones brought anything: more that passes, or as much for less. What was not judged brought nothing. */
export function isImproved(before: readonly Measured[], later: readonly Measured[]): boolean {
  const known = bestOf(before);
  const judged = later.filter(({ rate }) => rate !== null);
  if (!known) return judged.length > 0;
  return judged.some((one) => {
    const quality = compareQuality(one, known);
    return quality > hair || (Math.abs(quality) <= hair && costOf(one) < costOf(known));
  });
}
