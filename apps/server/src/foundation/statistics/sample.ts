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

/**
 * The variance of the mean, from the sample's own spread; Infinity below two. A share is smoothed by one success and one
 * failure (Agresti and Coull, "Approximate is better than exact", 1998), so that a group without any success yet is not
 * taken for one that is known exactly.
 */
export function varianceOfMean({ n, sum, squares }: Sample, measure: Measure): number {
  if (n < 2) return Number.POSITIVE_INFINITY;
  if (measure === 'share') {
    const share = (sum + 1) / (n + 2);
    return (share * (1 - share)) / n;
  }
  return Math.max(0, squares - (sum * sum) / n) / (n - 1) / n;
}
