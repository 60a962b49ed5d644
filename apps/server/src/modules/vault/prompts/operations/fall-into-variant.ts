import { createHash } from 'node:crypto';
import type { LabelTrial, TrialRule } from '../schema.ts';

/** What a caller says of the subject it fetches for: `{ plan: 'pro', country: 'IN' }`. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** So many that a share of a hundredth of a percent has a bucket of its own. */
export const buckets = 10_000;

/** The part of all whose attribute has a value the experiment does not name. */
export const otherPart = '';

export interface Fall {
  /** The subject as it is kept: nobody learns from it who that is. */
  subject: string;
  variant: number;
  part: string;
}

/** Where a subject falls, by nothing but its hash with the salt: always the same, on every server. */
export function bucketOf(salt: string, subject: string): { bucket: number; key: string } {
  const digest = createHash('sha256').update(`${salt}\n${subject}`).digest();
  return {
    bucket: Math.floor((digest.readUIntBE(0, 6) / 2 ** 48) * buckets),
    key: digest.subarray(8, 24).toString('base64url'),
  };
}

const holds = ({ attribute, is, values }: TrialRule, attributes: Attributes): boolean => {
  const given = attributes[attribute];
  return values.includes(String(given ?? '')) === (is === 'one_of');
};

/** The variant a subject falls into; undefined where the experiment is not about it. */
export function fallIntoVariant(
  { salt, spans, rules, parts }: LabelTrial,
  subject: string,
  attributes: Attributes,
): Fall | undefined {
  if (!rules.every((rule) => holds(rule, attributes))) return undefined;
  const { bucket, key } = bucketOf(salt, subject);
  const span = spans.findLast(({ from }) => from <= bucket);
  if (!span) return undefined;
  const named = parts ? String(attributes[parts.attribute] ?? '') : '';
  return { subject: key, variant: span.variant, part: parts?.values.includes(named) ? named : otherPart };
}
