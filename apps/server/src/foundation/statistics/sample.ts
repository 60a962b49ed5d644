/** Numbers of one group, summed: what comparing needs, and all that is kept of it. */
export interface Sample {
  /** How many were measured. */
  n: number;
  sum: number;
  /** The sum of the squares. */
  squares: number;
}

/** `share`: each value is 0 or 1. `mean`: any number. */
export type Measure = 'share' | 'mean';

export const meanOf = ({ n, sum }: Sample): number => sum / n;

/** Spread up to this part of the squares is what rounding leaves of none; it grows with how many were added up. */
const noSpread = (n: number): number => Math.max(1e-12, n * Number.EPSILON);

/**
 * The variance of the mean, from the sample's own spread; Infinity where that is unknown: below two, and while all numbers
 * of a mean were the same, which does not say that the next will be. A share is smoothed by one success and one
 * failure (Agresti and Coull, "Approximate is better than exact", 1998), so that a group without any success yet is not
 * taken for one that is known exactly.
 */
export function varianceOfMean({ n, sum, squares }: Sample, measure: Measure): number {
  if (n < 2) return Number.POSITIVE_INFINITY;
  if (measure === 'share') {
    const share = (sum + 1) / (n + 2);
    return (share * (1 - share)) / n;
  }
  const spread = squares - (sum * sum) / n;
  if (spread <= squares * noSpread(n)) return Number.POSITIVE_INFINITY;
  return spread / (n - 1) / n;
}

/**
 * The variance of the difference of two means. For means the larger of what each group's own spread says (Welch) and what the
 * spread of both together says: a small group that has not met its rare large values yet looks surer than it is, beside a
 * large one that has.
 */
export function varianceOfDifference(base: Sample, other: Sample, measure: Measure): number {
  const own = varianceOfMean(base, measure) + varianceOfMean(other, measure);
  if (measure === 'share' || !Number.isFinite(own)) return own;
  const spread = base.squares - base.sum ** 2 / base.n + (other.squares - other.sum ** 2 / other.n);
  return Math.max(own, (spread / (base.n + other.n - 2)) * (1 / base.n + 1 / other.n));
}
