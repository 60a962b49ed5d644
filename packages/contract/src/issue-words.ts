/** What is wrong with a value, in words that a person can act on, where a shape says nothing of its own. */
import type * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  date: 'a time',
};

const formats: Record<string, string> = {
  email: 'an e-mail address',
  url: 'an address such as https://example.com',
  uuid: 'an id',
  guid: 'an id',
  datetime: 'a time such as 2026-01-31T12:00:00Z',
  date: 'a day such as 2026-01-31',
  base64: 'base64',
};

/** A sentence for the issue; undefined where the library's own has to do. */
export function sayIssue(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'too_big':
      return issue.inclusive === false
        ? `This must be less than ${sizeOf(issue.maximum)}.`
        : `${isCounted(issue) ? 'This may have' : 'This must be'} at most ${amountOf(issue, issue.maximum)}.`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'This must not be empty.';
      return issue.inclusive === false
        ? `This must be more than ${sizeOf(issue.minimum)}.`
        : `${isCounted(issue) ? 'This needs' : 'This must be'} at least ${amountOf(issue, issue.minimum)}.`;
    case 'invalid_type':
      if (issue.input === undefined) return 'This is missing.';
      return kinds[issue.expected] && `This must be ${kinds[issue.expected]}.`;
    case 'invalid_value':
      return `This must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(quoted).join(', ')}.`;
    case 'invalid_format':
      return formats[issue.format] && `This must be ${formats[issue.format]}.`;
    default:
      return undefined;
  }
}

type Bounded = Extract<Issue, { code: 'too_big' | 'too_small' }>;

/** Whether it is a number of characters or entries that is bounded, and not a value. */
const isCounted = ({ origin }: Bounded): boolean => origin === 'string' || isMany(origin);
const isMany = (origin: string): boolean => origin === 'array' || origin === 'set' || origin === 'map';

function amountOf({ origin }: Bounded, limit: number | bigint): string {
  const size = sizeOf(limit);
  if (origin === 'string') return `${size} ${limit === 1 ? 'character' : 'characters'}`;
  return isMany(origin) ? `${size} ${limit === 1 ? 'entry' : 'entries'}` : size;
}

const sizeOf = (limit: number | bigint): string => limit.toLocaleString('en');
const quoted = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));
