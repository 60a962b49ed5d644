/** How much a share may pull the prior away from the planned weights: small numbers find large faults sooner. */
const concentration = 100;

/**
 * How well counts fit the weights they were drawn by, as a p-value that may be looked at all the time: below 0.001
 * something other than chance decided who was counted. The multinomial test with a Dirichlet mixture of Lindon and Malek,
 * "Anytime-valid inference for multinomial count data", 2022: p is the inverse of
 * `B(a + n) / B(a) / Π w^n`, for counts n, weights w and a = 100 w. A group of weight 0 must be left out.
 */
export function sampleRatioP(counts: readonly number[], weights: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let log = logGamma(concentration) - logGamma(concentration + total);
  for (const [index, count] of counts.entries()) {
    const share = (weights[index] ?? 0) / whole;
    const prior = concentration * share;
    log += logGamma(prior + count) - logGamma(prior) - count * Math.log(share);
  }
  return Math.min(1, Math.exp(-log));
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function of a number above 0, by Lanczos's approximation (1964). */
export function logGamma(value: number): number {
  if (value < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
  const x = value - 1;
  const series = lanczos.reduce((sum, factor, index) => sum + factor / (x + index + 1), 0.9999999999998099);
  const t = x + lanczos.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(series);
}
