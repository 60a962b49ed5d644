/**
 * Intervals one may look at as often as one likes: with probability 1 - alpha they hold the truth at every moment of an
 * experiment at once, so stopping at the best-looking one is no cheating.
 *
 * The mixture sequential probability ratio test with a normal mixture (Robbins, "Statistical methods related to the law of
 * the iterated logarithm", 1970; Johari, Koomen, Pekelis and Walsh, "Peeking at A/B Tests", 2017), with the variance
 * estimated from the sample as in Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and
 * asymptotic confidence sequences", 2021: it holds for any values of finite variance, once there are enough of them.
 */
import { type Measure, meanOf, type Sample, varianceOfDifference, varianceOfMean } from './sample.ts';

export interface SequentialInterval {
  estimate: number;
  low: number;
  high: number;
}

interface Certainty {
  /** The chance that the truth is ever outside: 0.05 for 95 %. */
  alpha: number;
  /** How many are measured in all when the interval is to be as narrow as it can be, compared with fixed samples. */
  planned: number;
}

/** The ratio of the mixture's variance to that of the estimate which makes the interval narrowest at `planned`. */
function mixtureRatio(total: number, { alpha, planned }: Certainty): number {
  const twice = -2 * Math.log(alpha);
  return ((twice + Math.log(twice) + 1) * total) / planned;
}

/**
 * Half the width of the interval of an estimate with this variance, in its units:
 * `sqrt(V (1 + r) / r (ln(1 + r) - 2 ln alpha))`, where r is the mixture's variance over V.
 */
export function halfWidth(variance: number, total: number, certainty: Certainty): number {
  const ratio = mixtureRatio(total, certainty);
  return Math.sqrt(((variance * (1 + ratio)) / ratio) * (Math.log1p(ratio) - 2 * Math.log(certainty.alpha)));
}

/** By how much the mean of `other` is above that of `base`; null while the spread of either is unknown. */
export function compareSamples(
  base: Sample,
  other: Sample,
  { measure, ...certainty }: Certainty & { measure: Measure },
): SequentialInterval | null {
  const variance = varianceOfDifference(base, other, measure);
  if (!Number.isFinite(variance)) return null;
  const estimate = meanOf(other) - meanOf(base);
  const half = halfWidth(variance, base.n + other.n, certainty);
  return { estimate, low: estimate - half, high: estimate + half };
}

/** Where the mean of one group lies; null while its spread is unknown. */
export function intervalOfMean(
  sample: Sample,
  { measure, ...certainty }: Certainty & { measure: Measure },
): SequentialInterval | null {
  const variance = varianceOfMean(sample, measure);
  if (!Number.isFinite(variance)) return null;
  const estimate = meanOf(sample);
  const half = halfWidth(variance, sample.n, certainty);
  return { estimate, low: estimate - half, high: estimate + half };
}

const mostNeeded = 1e9;

/**
 * How many must have been measured in all until the interval of a comparison is at most `half` to each side, if the values
 * go on as they are; null for more than a thousand million, and while the spread of either is unknown.
 */
export function measuredNeeded(
  base: Sample,
  other: Sample,
  { half, measure, ...certainty }: Certainty & { half: number; measure: Measure },
): number | null {
  const variance = varianceOfDifference(base, other, measure);
  const now = base.n + other.n;
  if (!Number.isFinite(variance) || half <= 0) return null;
  const isEnough = (total: number) => halfWidth((variance * now) / total, total, certainty) <= half;
  if (isEnough(now)) return now;
  let [few, many] = [now, now * 2];
  for (; !isEnough(many); many *= 2) {
    if (many > mostNeeded) return null;
    few = many;
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (isEnough(middle)) many = middle;
    else few = middle;
  }
  return many;
}
