import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, buckets } from '../../../vault/prompts/index.ts';
import { layOutBuckets, reweighBuckets, type Span } from './lay-out-buckets.ts';

const ownerOf = (spans: readonly Span[], bucket: number) =>
  spans.findLast(({ from }) => from <= bucket)?.variant ?? -1;
const owners = (spans: readonly Span[], size: number) =>
  Array.from({ length: size }, (_, bucket) => ownerOf(spans, bucket));
const count = (all: readonly number[], variant: number) => all.filter((one) => one === variant).length;

describe('buckets', () => {
  it('go to each variant by its weight', () => {
    const all = owners(layOutBuckets([50, 30, 20], buckets), buckets);
    expect([0, 1, 2].map((variant) => count(all, variant))).toEqual([5_000, 3_000, 2_000]);
  });

  it('move as few as can be when weights change, however often', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(weights, fc.array(weights, { minLength: 1, maxLength: 4 }), (first, changes) => {
        const size = 100;
        let spans = layOutBuckets(first, size);
        for (const next of changes) {
          const before = owners(spans, size);
          spans = reweighBuckets(spans, next, size);
          const after = owners(spans, size);
          const due = owners(layOutBuckets(next, size), size);
          const moved = after.filter((variant, bucket) => variant !== before[bucket]).length;
          const least = [0, 1, 2].reduce(
            (sum, variant) => sum + Math.max(0, count(due, variant) - count(before, variant)),
            0,
          );
          expect(moved).toBe(least);
          for (const variant of [0, 1, 2]) expect(count(after, variant)).toBe(count(due, variant));
        }
      }),
    );
  });

  it('take subjects evenly and always the same, whatever they are called', () => {
    const draws = Array.from({ length: 20_000 }, (_, index) => bucketOf('salt', `user-${index}`));
    for (let tenth = 0; tenth < 10; tenth++) {
      const inside = draws.filter(({ bucket }) => Math.floor(bucket / 1_000) === tenth).length;
      expect(inside).toBeGreaterThan(1_800);
      expect(inside).toBeLessThan(2_200);
    }
    expect(bucketOf('salt', 'user-1')).toEqual(bucketOf('salt', 'user-1'));
    expect(bucketOf('other', 'user-1')).not.toEqual(bucketOf('salt', 'user-1'));
    expect(bucketOf('salt', 'user-1').key).not.toContain('user');
  });
});
