import { describe, expect, it } from 'vitest';
import type { Measure, Sample } from './sample.ts';
import { logGamma, sampleRatioP } from './sample-ratio.ts';
import { compareSamples, halfWidth, intervalOfMean, measuredNeeded } from './sequential-interval.ts';
import { percentOf, percentReached, wilson } from './wilson.ts';

/** Marsaglia's xorshift: a seed that is printed repeats what was drawn. */
function draws(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const seed = Math.trunc(Math.random() * 2 ** 31);
const says = (what: string, value: number) => `${what}: ${value} with seed ${seed}`;
const empty = (): Sample => ({ n: 0, sum: 0, squares: 0 });
function add(sample: Sample, value: number): void {
  sample.n += 1;
  sample.sum += value;
  sample.squares += value * value;
}

interface World {
  name: string;
  measure: Measure;
  draw: (random: () => number) => number;
  truth: number;
}
const share = (rate: number): World => ({
  name: `shares of ${rate}`,
  measure: 'share',
  draw: (random) => Number(random() < rate),
  truth: rate,
});
const skewed: World = {
  name: 'skewed numbers',
  measure: 'mean',
  draw: (random) => -Math.log(1 - random()) * 40,
  truth: 40,
};
/** One in a hundred buys, for any amount. */
const rare: World = {
  name: 'rare amounts',
  measure: 'mean',
  draw: (random) => (random() < 0.01 ? 1_000 * random() : 0),
  truth: 5,
};
const longTailed: World = {
  name: 'numbers of a long tail',
  measure: 'mean',
  draw: (random) => Math.exp(1.5 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())),
  truth: Math.exp(1.125),
};
const certainty = { alpha: 0.05, planned: 2_000 };
/** Nobody looks before each group has so many. */
const burnIn = 50;

/** The share of experiments in which somebody who looks after every single subject is ever misled. */
function misled(world: World, experiments: number, subjects: number, weight: number): number {
  const random = draws(seed);
  let wrong = 0;
  for (let experiment = 0; experiment < experiments; experiment++) {
    const [base, other] = [empty(), empty()];
    for (let subject = 0; subject < subjects; subject++) {
      add(random() < weight ? other : base, world.draw(random));
      if (base.n < burnIn || other.n < burnIn) continue;
      const found = compareSamples(base, other, { ...certainty, measure: world.measure });
      if (found && (found.low > 0 || found.high < 0)) {
        wrong += 1;
        break;
      }
    }
  }
  return wrong / experiments;
}

describe('intervals that may be looked at all the time', () => {
  it.each([
    [share(0.5), 0.5],
    [share(0.1), 0.5],
    [share(0.03), 0.2],
    [skewed, 0.5],
    [rare, 0.1],
    [longTailed, 0.1],
  ])('mislead at most one in twenty who look after every subject: %o, %d', (world, weight) => {
    const wrong = misled(world, 2_000, 4_000, weight);
    expect(wrong, says(world.name, wrong)).toBeLessThanOrEqual(0.05);
  });

  it('are not merely wide: an interval of one look misleads whoever looks all the time far more often', () => {
    const random = draws(seed);
    let wrong = 0;
    for (let experiment = 0; experiment < 300; experiment++) {
      const sample = empty();
      for (let subject = 0; subject < 2_000; subject++) {
        add(sample, Number(random() < 0.5));
        const found = sample.n >= burnIn ? wilson(sample.sum, sample.n) : null;
        if (found && (found.low > 0.5 || found.high < 0.5)) {
          wrong += 1;
          break;
        }
      }
    }
    expect(wrong / 300, says('one look', wrong / 300)).toBeGreaterThan(0.15);
  });

  it('hold the truth at every moment at once, for one group too', () => {
    const random = draws(seed);
    for (const world of [share(0.1), skewed]) {
      let missed = 0;
      for (let experiment = 0; experiment < 1_000; experiment++) {
        const sample = empty();
        for (let subject = 0; subject < 2_000; subject++) {
          add(sample, world.draw(random));
          if (sample.n < 2 * burnIn) continue;
          const found = intervalOfMean(sample, { ...certainty, measure: world.measure });
          if (found && (found.low > world.truth || found.high < world.truth)) {
            missed += 1;
            break;
          }
        }
      }
      expect(missed / 1_000, says(world.name, missed / 1_000)).toBeLessThanOrEqual(0.06);
    }
  });

  it('find a difference that is there, with about twice the subjects a test of one look needs', () => {
    const random = draws(seed);
    let found = 0;
    for (let experiment = 0; experiment < 400; experiment++) {
      const [base, other] = [empty(), empty()];
      for (let subject = 0; subject < 4_000; subject++) {
        add(base, Number(random() < 0.3));
        add(other, Number(random() < 0.36));
        if (base.n < burnIn) continue;
        const now = compareSamples(base, other, { ...certainty, measure: 'share' });
        if (now && now.low > 0) {
          found += 1;
          break;
        }
      }
    }
    expect(found / 400, says('power', found / 400)).toBeGreaterThan(0.95);
  });

  it('are narrowest, beside intervals of one look, at the number that was planned', () => {
    const beside = (total: number) => halfWidth(1 / total, total, certainty) / (1.96 * Math.sqrt(1 / total));
    const planned = beside(certainty.planned);
    expect(planned).toBeLessThan(1.6);
    for (const factor of [0.2, 0.5, 2, 5])
      expect(beside(certainty.planned * factor)).toBeGreaterThan(planned);
  });

  it('say how many more are needed, and keep to it', () => {
    const base: Sample = { n: 400, sum: 80, squares: 80 };
    const other: Sample = { n: 400, sum: 90, squares: 90 };
    const needed = measuredNeeded(base, other, { ...certainty, half: 0.04, measure: 'share' }) ?? 0;
    const grown = (sample: Sample): Sample => {
      const times = needed / 800;
      return { n: sample.n * times, sum: sample.sum * times, squares: sample.squares * times };
    };
    const then = compareSamples(grown(base), grown(other), { ...certainty, measure: 'share' });
    expect(((then?.high ?? 1) - (then?.low ?? 0)) / 2).toBeCloseTo(0.04, 3);
    expect(measuredNeeded(base, other, { ...certainty, half: 1, measure: 'share' })).toBe(800);
    expect(measuredNeeded(base, other, { ...certainty, half: 1e-9, measure: 'share' })).toBeNull();
    expect(compareSamples(empty(), other, { ...certainty, measure: 'mean' })).toBeNull();
  });

  it('say nothing of means without spread: values that were all the same so far are not known exactly', () => {
    const same = (value: number, n = 100): Sample => {
      const sample = empty();
      for (let subject = 0; subject < n; subject++) add(sample, value);
      return sample;
    };
    const spread: Sample = { n: 100, sum: 50, squares: 50 };
    const mean = { ...certainty, measure: 'mean' } as const;
    for (const value of [0, 1, 0.1, -7.3, 1e9]) {
      expect(intervalOfMean(same(value), mean)).toBeNull();
      expect(compareSamples(same(value), same(value), mean)).toBeNull();
      expect(compareSamples(spread, same(value), mean)).toBeNull();
      expect(measuredNeeded(same(value), same(value), { ...mean, half: 0.5 })).toBeNull();
    }
    expect(intervalOfMean(spread, mean)).not.toBeNull();
    expect(intervalOfMean(same(0.3, 1_000_000), mean)).toBeNull();
    // One value that differs a little is spread enough.
    const nearly = same(1_000);
    add(nearly, 1_001);
    expect(intervalOfMean(nearly, mean)?.low).toBeLessThan(1_000);
  });

  it('do not take a group without any success for one that is known', () => {
    const none: Sample = { n: 60, sum: 0, squares: 0 };
    const found = compareSamples(none, none, { ...certainty, measure: 'share' });
    expect(found?.high).toBeGreaterThan(0.03);
  });
});

describe('the check of the split', () => {
  it('knows the gamma function', () => {
    expect(logGamma(1)).toBeCloseTo(0, 10);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 8);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
  });

  it('hardly ever cries at a fair split, however often one looks', () => {
    const random = draws(seed);
    let cried = 0;
    for (let experiment = 0; experiment < 1_000; experiment++) {
      const counts = [0, 0, 0];
      for (let subject = 1; subject <= 2_000; subject++) {
        const draw = random();
        const group = draw < 0.5 ? 0 : draw < 0.8 ? 1 : 2;
        counts[group] = (counts[group] ?? 0) + 1;
        if (subject % 20 === 0 && sampleRatioP(counts, [50, 30, 20]) < 0.001) {
          cried += 1;
          break;
        }
      }
    }
    expect(cried, says('cried', cried)).toBeLessThanOrEqual(6);
  });

  it('sees a split that is off', () => {
    expect(sampleRatioP([1_000, 1_000], [1, 1])).toBe(1);
    expect(sampleRatioP([1_000, 800], [50, 50])).toBeLessThan(0.001);
  });
});

it('never says that a share was reached which was not', () => {
  const [all, nearly, half, none] = [1, 19_999 / 20_000, 0.5, 0];
  expect([all, nearly, half, none].map(percentReached)).toEqual(['100 %', '99.9 %', '50 %', '0 %']);
  for (let tenths = 0; tenths <= 1_000; tenths++)
    expect(percentReached(tenths / 1_000)).toBe(percentOf(tenths / 1_000));
});
