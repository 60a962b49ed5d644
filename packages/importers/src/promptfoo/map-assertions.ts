/** Assertions of promptfoo as assertions here. What has no counterpart is told and left out. */
import {
  type Assertion,
  assertionSchema,
  type JudgeModel,
  type MeaningAssertion,
} from '@promptvault/document/assertions';
import { transformCode, type WrittenCode } from './assertion-code.ts';
import type { Bundle } from './bundle.ts';
import { fillAll } from './fill-text.ts';
import type { Losses } from './losses.ts';
import { mapCode, readCode } from './map-code.ts';
import { mapJudged } from './map-judged.ts';
import { mapPlain } from './map-plain.ts';
import { isPlain, listOf, type Plain } from './shape.ts';

export interface AssertionGround {
  bundle: Bundle;
  losses: Losses;
  /** The file whose folder references are seen from. */
  from: string;
  /** Where it stands, for people. */
  where: string;
  /** The values of its test. */
  values: Plain;
  /** What its test makes of answers before any assertion looks at them. */
  transform: WrittenCode | undefined;
  judgeOf(provider: unknown): JudgeModel;
  /** The embedding model that is meant, where a connection here has it. */
  embedderOf(provider: unknown): MeaningAssertion['model'] | undefined;
}

/** One assertion as it was written. */
export interface GivenAssertion {
  /** Without `not-`. */
  type: string;
  not: boolean;
  value: unknown;
  threshold: number | null;
  provider: unknown;
  config: unknown;
}

/** An assertion here without what all have in common; undefined when there is none. */
export type Mapped = Plain | undefined;

/** What cannot be held against one answer, or needs what is not here. */
const without: Readonly<Record<string, string>> = {
  python: 'it is a program in Python',
  ruby: 'it is a program in Ruby',
  webhook: 'it would call an address',
  moderation: 'it asks a moderation service',
  classifier: 'it asks a classifier',
  pi: 'it asks a scorer',
  guardrails: 'answers come without guardrail findings',
  perplexity: 'answers come without probabilities',
  'perplexity-score': 'answers come without probabilities',
  'select-best': 'it compares answers with each other',
  'max-score': 'it compares answers with each other',
  human: 'a person decides it',
  'f-score': 'it is calculated over the answers of all cases together',
  'is-sql': 'nothing here reads SQL',
  'contains-sql': 'nothing here reads SQL',
};

export function mapAssertions(given: unknown, ground: AssertionGround, depth = 0): Assertion[] {
  return listOf(given).flatMap((one) => mapOne(one, ground, depth));
}

function mapOne(one: unknown, ground: AssertionGround, depth: number): Assertion[] {
  const { losses, where, values } = ground;
  if (!isPlain(one) || typeof one.type !== 'string') {
    losses.tell('warning', 'assertion', 'An assertion without a type is left out.', where);
    return [];
  }
  if (one.type === 'assert-set') return mapSet(one, ground, depth);
  const not = one.type.startsWith('not-');
  const type = not ? one.type.slice(4) : one.type;
  if (one.rubricPrompt !== undefined)
    losses.tell(
      'warning',
      'rubric_prompt',
      'Judges here have a prompt of their own; another is left out.',
      where,
    );
  if (one.contextTransform !== undefined)
    losses.tell('warning', 'transform', 'A context is not taken out of the answer.', where);
  const threshold = Number(one.threshold ?? Number.NaN);
  const facts: GivenAssertion = {
    type,
    not,
    // Code stands as it is: braces in it are no tags.
    value: type === 'javascript' ? one.value : fillAll(one.value, values, losses, where),
    threshold: Number.isFinite(threshold) ? threshold : null,
    provider: one.provider,
    config: one.config,
  };
  const reason = Object.hasOwn(without, type) ? without[type] : undefined;
  if (reason !== undefined) return lose(ground, `“${one.type}” is left out: ${reason}${pathOf(one.value)}.`);
  const mapped = mapPlain(facts, ground) ?? mapJudged(facts, ground) ?? mapCode(facts, ground);
  if (mapped === 'unknown') return lose(ground, `“${one.type}” has no counterpart here and is left out.`);
  if (mapped === 'told') return [];
  const weight = Number(one.weight ?? 1);
  const own = typeof one.transform === 'string' ? readCode(one.transform, 'A transform', ground) : undefined;
  const steps = [ground.transform, own].filter((step) => step !== undefined);
  const parsed = assertionSchema.safeParse({
    ...mapped,
    ...(steps.length > 0 && !measured.has(String(mapped.kind)) && withSteps(steps, mapped.transform)),
    // What passes when the others say no, is turned round once more.
    not: (mapped.not === true) !== not,
    weight: Number.isFinite(weight) && weight >= 0 ? Math.min(1_000, weight) : 1,
    required: weight !== 0,
  });
  if (parsed.success) return [parsed.data];
  const [issue] = parsed.error.issues;
  return lose(ground, `“${one.type}” is left out (${issue?.path.join('.')}): ${issue?.message}`);
}

/** They look at no text. */
const measured: ReadonlySet<string> = new Set(['latency', 'cost', 'tokens', 'finish_reason']);

/** What the kind itself makes of an answer comes last. */
const withSteps = (steps: readonly WrittenCode[], last: unknown): Plain => ({
  transform: transformCode(typeof last === 'string' ? [...steps, { code: last }] : steps),
});

const pathOf = (value: unknown): string =>
  typeof value === 'string' && value.startsWith('file://') ? `, ${value.slice(7)}` : '';

function lose({ losses, where }: AssertionGround, message: string): [] {
  losses.tell('warning', 'assertion', message, where);
  return [];
}

/** Its members, side by side with the others; what the set alone would need is not kept. */
function mapSet(set: Plain, ground: AssertionGround, depth: number): Assertion[] {
  if (depth > 3) return lose(ground, 'Sets of assertions within sets within sets are left out.');
  const members = mapAssertions(set.assert, ground, depth + 1);
  const weight = Number(set.weight ?? 1);
  const share = Number.isFinite(weight) && weight >= 0 ? weight : 1;
  if (set.threshold !== undefined)
    ground.losses.tell(
      'warning',
      'assertion_set',
      `A set of assertions with the threshold ${String(set.threshold)} is written out: its members count in the score, and none is required.`,
      ground.where,
    );
  // However many its members are, a set counts once in the score of its test, by its own weight.
  const whole = members.reduce((sum, one) => sum + one.weight, 0);
  return members.map((one) => ({
    ...one,
    weight: whole === 0 ? 0 : Math.min(1_000, (one.weight / whole) * share),
    required: one.required && set.threshold === undefined,
  }));
}
