import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, isImproved, type Measured, paretoFront } from './pareto.ts';

const of = (number: number, rate: number | null, microDollars: number | null, score = rate): Measured => ({
  ...{ number, rate, score, microDollars },
});
const numbers = (all: readonly Measured[]) => all.map(({ number }) => number);

describe('the front', () => {
  it('keeps what no other is better than in both', () => {
    const all = [
      of(0, 0.5, 10),
      of(1, 0.9, 30),
      of(2, 0.4, 5),
      of(3, 0.5, 20),
      of(4, 0.9, 30),
      of(5, null, 1),
    ];
    expect(numbers(paretoFront(all))).toEqual([0, 1, 2]);
    expect(bestOf(all)?.number).toBe(1);
  });

  it('never holds one that another dominates, and always holds the best', () => {
    const one = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (given) => {
        const all = given.map(([rate, cost], number) => of(number, rate / 4, cost));
        const front = paretoFront(all);
        expect(numbers(front)).toContain(bestOf(all)?.number);
        for (const a of front)
          for (const b of all)
            expect((b.rate ?? 0) > (a.rate ?? 0) && (b.microDollars ?? 0) <= (a.microDollars ?? 0)).toBe(
              false,
            );
      }),
    );
  });
});

describe('a round', () => {
  it('brought something when more passes, or as much for less', () => {
    const before = [of(0, 0.5, 10)];
    expect(isImproved(before, [of(1, 0.6, 99)])).toBe(true);
    expect(isImproved(before, [of(1, 0.5, 9)])).toBe(true);
    expect(isImproved(before, [of(1, 0.5, 10), of(2, 0.4, 1)])).toBe(false);
    expect(isImproved(before, [])).toBe(false);
    // What could not be run cost nothing, and is no better than what passes nothing.
    expect(isImproved([of(0, 0, 10)], [of(1, null, null)])).toBe(false);
    expect(isImproved([of(0, null, null)], [of(1, null, null)])).toBe(false);
  });
});
