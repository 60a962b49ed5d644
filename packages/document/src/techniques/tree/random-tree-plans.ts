import type fastCheck from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { TreeOfThoughts } from './tree-shape.ts';

/** Any valid way of growing a tree of thoughts. */
export const randomTreePlans = (fc: typeof fastCheck): Arbitrary<TreeOfThoughts> =>
  fc.record({
    branching: fc.integer({ min: 1, max: 3 }),
    depth: fc.integer({ min: 1, max: 3 }),
    instruction: fc.constantFrom(null, 'A move.', '\n: {}'),
    temperature: fc.constantFrom(null, 0, 1.5),
    thoughtTokens: fc.integer({ min: 16, max: 1_000 }),
    evaluator: fc.oneof(
      fc.record({ by: fc.constant('rubric' as const), rubric: fc.constantFrom(null, 'Is it short?') }),
      fc.record({ by: fc.constant('prompt' as const), prompt: fc.constantFrom('Judge it.', '😀') }),
    ),
    scale: fc.constant({ from: 1, to: 10 }),
    search: fc.oneof(
      fc.record({
        by: fc.constant('beam' as const),
        width: fc.integer({ min: 1, max: 3 }),
        prune: fc.constantFrom(null, 3, 6),
      }),
      fc.record({ by: fc.constant('depth_first' as const), threshold: fc.constantFrom(2, 5, 8) }),
    ),
    answer: fc.constantFrom('write' as const, 'leaf' as const),
    budget: fc.record({
      calls: fc.integer({ min: 3, max: 200 }),
      tokens: fc.constantFrom(null, 5_000),
      microDollars: fc.constantFrom(null, 10_000),
    }),
  });
