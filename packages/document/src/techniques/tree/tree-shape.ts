/** Tree of Thoughts as plain data: how a tree grows, who judges its thoughts, and what it may take. */
import * as z from 'zod';
import { techniqueText } from '../technique-text.ts';

export const TREE_LIMITS = {
  branching: 8,
  depth: 8,
  width: 8,
  calls: 200,
  words: 4_000,
  thoughtTokens: 32_000,
  scale: 1_000,
  tokens: 100_000_000,
  microDollars: 1_000_000_000_000,
  /** Of a tree that people let grow further, from its root. */
  deepest: 24,
  thoughts: 400,
} as const;

const score = z.number().min(-TREE_LIMITS.scale).max(TREE_LIMITS.scale);

export const treeOfThoughtsSchema = z
  .strictObject({
    /** Thoughts that are asked for after each one that is followed. */
    branching: z.int().min(1).max(TREE_LIMITS.branching),
    /** Steps from the task to the answer. */
    depth: z.int().min(1).max(TREE_LIMITS.depth),
    /** What the next thought shall be; null: one idea that brings the task nearer to its answer. */
    instruction: techniqueText(TREE_LIMITS.words).min(1).nullable(),
    /** Of the thoughts; null: that of the settings. */
    temperature: z.number().min(0).max(10).nullable(),
    /** The longest thought, and the longest verdict, in tokens. */
    thoughtTokens: z.int().min(16).max(TREE_LIMITS.thoughtTokens),
    evaluator: z.discriminatedUnion('by', [
      /** The built-in judge; a rubric says what counts, null: how likely the step leads to a right answer. */
      z.strictObject({
        by: z.literal('rubric'),
        rubric: techniqueText(TREE_LIMITS.words).min(1).nullable(),
      }),
      /** Own words in its place. Task, steps and the form of the verdict are told after them. */
      z.strictObject({ by: z.literal('prompt'), prompt: techniqueText(TREE_LIMITS.words).min(1) }),
    ]),
    /** From the worst to the best score. */
    scale: z
      .strictObject({ from: score, to: score })
      .refine(({ from, to }) => from < to, { message: 'The best score is above the worst.', path: ['to'] }),
    search: z.discriminatedUnion('by', [
      /** Level by level: the best of each are followed. What is scored below `prune` is not. */
      z.strictObject({
        by: z.literal('beam'),
        width: z.int().min(1).max(TREE_LIMITS.width),
        prune: score.nullable(),
      }),
      /** The best thought is followed down; below the threshold none is, and the search turns back. */
      z.strictObject({ by: z.literal('depth_first'), threshold: score }),
    ]),
    /** `write`: one more call writes the answer from the best path. `leaf`: its last thought is the answer. */
    answer: z.enum(['write', 'leaf']),
    /** A hard stop: nothing is called that could pass one of these. Null: no limit but that of calls. */
    budget: z.strictObject({
      calls: z.int().min(3).max(TREE_LIMITS.calls),
      tokens: z.int().min(1).max(TREE_LIMITS.tokens).nullable(),
      microDollars: z.int().min(1).max(TREE_LIMITS.microDollars).nullable(),
    }),
  })
  .refine(
    ({ search, scale }) => {
      const line = search.by === 'beam' ? search.prune : search.threshold;
      return line === null || (line >= scale.from && line <= scale.to);
    },
    { message: 'What is not followed is judged by a score of the scale.', path: ['search'] },
  );

export type TreeOfThoughts = z.infer<typeof treeOfThoughtsSchema>;
