/**
 * What may be demanded of an answer. An assertion is plain data; `evaluateAssertions` holds it against an answer.
 * `value: null` means the case's own expected answer.
 */
import * as z from 'zod';
import { isStorableText, jsonSchema } from '../json.ts';
import { assertedFinishReasons } from './finish-reason.ts';

export const ASSERTION_LIMITS = {
  perCase: 50,
  values: 100,
  text: 100_000,
  pattern: 2_000,
  code: 50_000,
} as const;

const text = (max: number = ASSERTION_LIMITS.text) =>
  z
    .string()
    .max(max, `This has at most ${max.toLocaleString('en')} characters.`)
    .refine(isStorableText, 'The text holds a NUL or half of a surrogate pair.');
const wanted = text().nullable().default(null);
const share = z.number().min(0).max(1);

const common = {
  /** How much it counts in the score of its case, beside the others. */
  weight: z.number().min(0).max(1_000).default(1),
  /** Whether its case fails when it fails. */
  required: z.boolean().default(true),
  /** Turned round: what would pass fails, what would fail passes. */
  not: z.boolean().default(false),
  /** Code that makes of the answer what is looked at; without it that is the answer itself. */
  transform: text(ASSERTION_LIMITS.code).min(1).optional(),
};

export const judgeModelSchema = z.strictObject({
  connectionId: text(100).min(1).nullable(),
  model: text(200).min(1),
});

export const assertionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('equals'),
    value: wanted,
    ignoreCase: z.boolean().default(false),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('contains'),
    values: z.array(text().min(1)).min(1).max(ASSERTION_LIMITS.values),
    mode: z.enum(['all', 'any', 'none']).default('all'),
    ignoreCase: z.boolean().default(false),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('starts_with'),
    value: wanted,
    ignoreCase: z.boolean().default(false),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('ends_with'),
    value: wanted,
    ignoreCase: z.boolean().default(false),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('regex'),
    pattern: text(ASSERTION_LIMITS.pattern).min(1),
    flags: z
      .string()
      .regex(/^[imsu]{0,4}$/, 'Flags are i, m, s and u.')
      .default(''),
    ...common,
  }),
  z.strictObject({ kind: z.literal('json'), ...common }),
  z.strictObject({ kind: z.literal('json_schema'), schema: jsonSchema, ...common }),
  z.strictObject({
    kind: z.literal('json_path'),
    path: text(1_000).min(1),
    operator: z
      .enum(['exists', 'equals', 'contains', 'less', 'at_most', 'more', 'at_least'])
      .default('exists'),
    value: jsonSchema.default(null),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('number'),
    value: z.number().nullable().default(null),
    tolerance: z.number().min(0).default(0),
    /** The tolerance is a share of the value, and not an amount. */
    relative: z.boolean().default(false),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('similarity'),
    value: wanted,
    measure: z.enum(['words', 'characters']).default('words'),
    atLeast: share.default(0.8),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('meaning'),
    value: wanted,
    /** One that makes vectors of texts. */
    model: z.strictObject({ connectionId: text(100).min(1), model: text(200).min(1) }),
    atLeast: share.default(0.8),
    ...common,
  }),
  z.strictObject({ kind: z.literal('no_secrets'), ...common }),
  z.strictObject({ kind: z.literal('latency'), atMostMs: z.int().min(0), ...common }),
  z.strictObject({ kind: z.literal('cost'), atMostMicroDollars: z.int().min(0), ...common }),
  z.strictObject({
    kind: z.literal('tokens'),
    of: z.enum(['input', 'output', 'total']).default('output'),
    atMost: z.int().min(0),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('finish_reason'),
    /** Any of these passes. */
    reasons: z.array(z.enum(assertedFinishReasons)).min(1).max(assertedFinishReasons.length),
    ...common,
  }),
  z.strictObject({ kind: z.literal('javascript'), code: text(ASSERTION_LIMITS.code).min(1), ...common }),
  z.strictObject({
    kind: z.literal('judged'),
    rubric: text(20_000).min(1),
    judges: z.array(judgeModelSchema).min(1).max(7),
    combine: z.enum(['majority', 'mean']).default('majority'),
    atLeast: share.default(0.5),
    ...common,
  }),
]);

export const assertionsSchema = z.array(assertionSchema).max(ASSERTION_LIMITS.perCase);

export type Assertion = z.infer<typeof assertionSchema>;
export type AssertionKind = Assertion['kind'];
export type JudgeModel = z.infer<typeof judgeModelSchema>;
export type MeaningAssertion = Extract<Assertion, { kind: 'meaning' }>;
export type JudgedAssertion = Extract<Assertion, { kind: 'judged' }>;

/** What an answer is held against besides itself. */
export interface AssertedAnswer {
  output: string;
  /** What the case says the answer should be; null when it says nothing. */
  expected: string | null;
  values: Readonly<Record<string, unknown>>;
  latencyMs: number | null;
  /** Null while no price is known. */
  microDollars: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  /** Why it ended; null where nobody says. */
  finishReason: string | null;
}

/** What came of one assertion. `error`: it could not be decided; it counts as failed. */
export interface AssertionResult {
  kind: AssertionKind;
  status: 'passed' | 'failed' | 'error';
  /** 0 to 1. */
  score: number;
  reason: string;
  weight: number;
  required: boolean;
}
