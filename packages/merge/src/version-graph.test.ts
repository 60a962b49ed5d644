import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aheadBehind, commonAncestors, history, type VersionGraph } from './version-graph.ts';

const graphOf = (parents: Record<number, number[]>): VersionGraph =>
  new Map(Object.entries(parents).map(([number, of]) => [Number(number), of]));

/** 2 and 3 are each merged into the other's branch, so 4 and 5 have two best common ancestors. */
const crossed = graphOf({ 1: [], 2: [1], 3: [1], 4: [2, 3], 5: [3, 2], 6: [4], 7: [5] });

const randomGraph = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 40 })
  .map((rows): VersionGraph => {
    const parents = rows.map(([one, other, merges], index): number[] => {
      if (index === 0) return [];
      const first = (one % index) + 1;
      const second = (other % index) + 1;
      return merges && first !== second ? [first, second] : [first];
    });
    return new Map(parents.map((of, index) => [index + 1, of]));
  });

describe('a version graph', () => {
  it('counts what each side has and the other lacks', () => {
    const line = graphOf({ 1: [], 2: [1], 3: [2], 4: [1] });
    expect(aheadBehind(line, 4, 3)).toEqual({ ahead: 1, behind: 2 });
    expect(aheadBehind(line, 3, 3)).toEqual({ ahead: 0, behind: 0 });
    expect(aheadBehind(line, 3, null)).toEqual({ ahead: 3, behind: 0 });
    expect(aheadBehind(line, null, 3)).toEqual({ ahead: 0, behind: 3 });
  });

  it('finds one common ancestor in a fork, and two where histories crossed', () => {
    expect(commonAncestors(graphOf({ 1: [], 2: [1], 3: [2], 4: [2] }), [3], [4])).toEqual([2]);
    expect(commonAncestors(crossed, [6], [7])).toEqual([2, 3]);
    expect(commonAncestors(crossed, [6], [4])).toEqual([4]);
    expect(commonAncestors(graphOf({ 1: [], 2: [] }), [1], [2])).toEqual([]);
  });

  it('walks a history once, the newest first', () => {
    expect(history(crossed, 6)).toEqual([6, 4, 3, 2, 1]);
    expect(history(crossed, null)).toEqual([]);
  });

  it('agrees with the definition on any history', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(randomGraph, fc.nat(), fc.nat(), (graph, a, b) => {
        const one = (a % graph.size) + 1;
        const other = (b % graph.size) + 1;
        const ofOne = new Set(history(graph, one));
        const ofOther = new Set(history(graph, other));
        const common = [...ofOne].filter((number) => ofOther.has(number));
        const best = common.filter(
          (number) => !common.some((later) => later !== number && history(graph, later).includes(number)),
        );
        expect(commonAncestors(graph, [one], [other])).toEqual(best.sort((x, y) => x - y));
        expect(aheadBehind(graph, one, other)).toEqual({
          ahead: ofOne.size - common.length,
          behind: ofOther.size - common.length,
        });
      }),
      { seed, numRuns: 500 },
    );
  });
});
