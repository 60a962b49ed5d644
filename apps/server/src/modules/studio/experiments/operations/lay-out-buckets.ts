/** Stretches of buckets: from `from` up to the next they belong to the variant at this place. */
export interface Span {
  from: number;
  variant: number;
}

interface Stretch {
  from: number;
  to: number;
  variant: number;
}

/** How many buckets each variant is due, with none left over. */
function quotas(weights: readonly number[], buckets: number): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [seen, given] = [0, 0];
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((seen / whole) * buckets);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

/** One stretch for each variant, as long as its weight. */
export function layOutBuckets(weights: readonly number[], buckets: number): Span[] {
  let from = 0;
  return quotas(weights, buckets).map((own, variant) => {
    const span = { from, variant };
    from += own;
    return span;
  });
}

/**
 * The stretches for other weights. Only variants that shrink give buckets away, and only as many as they must: no other
 * layout moves fewer subjects.
 */
export function reweighBuckets(spans: readonly Span[], weights: readonly number[], buckets: number): Span[] {
  const due = quotas(weights, buckets);
  const held = weights.map(() => 0);
  const stretches = spans.map((span, index): Stretch => ({ ...span, to: spans[index + 1]?.from ?? buckets }));
  for (const { from, to, variant } of stretches) held[variant] = (held[variant] ?? 0) + to - from;
  const spare = held.map((own, variant) => Math.max(0, own - (due[variant] ?? 0)));
  const wanted = held.map((own, variant) => Math.max(0, (due[variant] ?? 0) - own));
  const laid: Stretch[] = [];
  // From the end, so that a variant keeps the stretch it began with.
  for (const stretch of [...stretches].reverse()) {
    let { to } = stretch;
    let give = Math.min(spare[stretch.variant] ?? 0, to - stretch.from);
    spare[stretch.variant] = (spare[stretch.variant] ?? 0) - give;
    for (let taker = wanted.findIndex((count) => count > 0); give > 0 && taker >= 0; ) {
      const part = Math.min(give, wanted[taker] ?? 0);
      laid.push({ from: to - part, to, variant: taker });
      wanted[taker] = (wanted[taker] ?? 0) - part;
      to -= part;
      give -= part;
      taker = wanted.findIndex((count) => count > 0);
    }
    if (to > stretch.from) laid.push({ from: stretch.from, to, variant: stretch.variant });
  }
  const ordered = laid.sort((a, b) => a.from - b.from);
  return ordered
    .filter(({ variant }, index) => ordered[index - 1]?.variant !== variant)
    .map(({ from, variant }) => ({ from, variant }));
}
