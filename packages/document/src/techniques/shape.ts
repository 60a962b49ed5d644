/** Techniques of prompting that change how a prompt is run. Plain data of the document; absent means not used. */
import * as z from 'zod';
import { SAMPLING_STRATEGY_NAMES } from '../sampling-strategies.ts';
import { SETTING_BOUNDS } from '../setting-bounds.ts';
import { techniqueText as text } from './technique-text.ts';
import { treeOfThoughtsSchema } from './tree/tree-shape.ts';

export const TECHNIQUE_LIMITS = {
  samples: 20,
  steps: 12,
  instruction: 4_000,
  marker: 200,
  pointer: 500,
  pairs: 20,
  pairTokens: 100_000,
} as const;

const degree = z.number().min(SETTING_BOUNDS.temperature.from).max(SETTING_BOUNDS.temperature.to);

/** What of a sample is its answer, so that samples can be counted against each other. */
export const answerRuleSchema = z.discriminatedUnion('by', [
  /** All of it. */
  z.strictObject({ by: z.literal('whole') }),
  /** The last line that is not empty. */
  z.strictObject({ by: z.literal('last_line') }),
  /** The last number in it; 1,000, 1 000 and 1000.0 are the same, and 12,5 is 12.5. */
  z.strictObject({ by: z.literal('last_number') }),
  /** The rest of the line after the last place where this text stands, whatever its case. */
  z.strictObject({ by: z.literal('after'), marker: text(TECHNIQUE_LIMITS.marker).min(1) }),
  /** A part of the JSON it is, by a JSON pointer; the empty one is the whole. */
  z.strictObject({
    by: z.literal('json'),
    pointer: text(TECHNIQUE_LIMITS.pointer).regex(
      /^(?:\/[\s\S]*)?$/,
      'A pointer is empty or begins with "/".',
    ),
  }),
]);

/** How the samples of a vote are spread, in their order. */
export const sampleDrawSchema = z.discriminatedUnion('by', [
  /** All by one strategy, or by several in turn. */
  z.strictObject({
    by: z.literal('strategies'),
    strategies: z
      .array(z.enum(SAMPLING_STRATEGY_NAMES))
      .min(1)
      .max(SAMPLING_STRATEGY_NAMES.length)
      .refine((names) => new Set(names).size === names.length, 'Each strategy is named once.'),
  }),
  /** Temperatures from one to the other, evenly. */
  z.strictObject({ by: z.literal('ladder'), from: degree, to: degree }),
]);

export const techniquesSchema = z.strictObject({
  /** The model thinks in words before it answers; the thoughts are shown apart from the answer. */
  chainOfThought: z
    .strictObject({
      /** How to think; null: step by step. */
      instruction: text(TECHNIQUE_LIMITS.instruction).min(1).nullable(),
    })
    .optional(),
  /** The same is asked several times, and the answer given most often counts. */
  selfConsistency: z
    .strictObject({
      samples: z.int().min(2).max(TECHNIQUE_LIMITS.samples),
      /** Of the samples; null: that of the settings. */
      temperature: degree.nullable(),
      answer: answerRuleSchema,
      /** How they differ; it goes before the temperature. Absent: as the settings say. */
      draw: sampleDrawSchema.optional(),
    })
    .optional(),
  /** For models that call no tools by themselves: they are told of the tools in words, and act in words. */
  react: z.strictObject({ steps: z.int().min(1).max(TECHNIQUE_LIMITS.steps) }).optional(),
  /** Thoughts are written step by step in several ways, judged, and the best of them followed to an answer. */
  treeOfThoughts: treeOfThoughtsSchema.optional(),
  /** Cases that are like what a run is given are shown to the model as examples, with their expected answers. */
  fewShot: z
    .strictObject({
      /** The set of cases they are chosen from; null as long as none is named. */
      caseSetId: text(100).min(1).nullable(),
      /** At most so many pairs, and so many tokens for all of them. */
      pairs: z.int().min(1).max(TECHNIQUE_LIMITS.pairs),
      tokens: z.int().min(1).max(TECHNIQUE_LIMITS.pairTokens),
    })
    .optional(),
});

export type Techniques = z.infer<typeof techniquesSchema>;
export type AnswerRule = z.infer<typeof answerRuleSchema>;
export type FewShot = NonNullable<Techniques['fewShot']>;
export type SampleDraw = z.infer<typeof sampleDrawSchema>;
export type SelfConsistency = NonNullable<Techniques['selfConsistency']>;
