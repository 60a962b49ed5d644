import type { DomainError, ErrorIssue } from '@promptvault/contract/errors';
import type * as z from 'zod';
import { RequestError } from './foundation-errors.ts';

/** More findings than this help nobody and would let a hostile body make a huge answer. */
const mostIssues = 50;

/** `request.invalid` with one finding for each place zod complained about. */
export function invalidRequest(error: z.ZodError, prefix: (string | number)[] = []): DomainError {
  return RequestError.invalid().with(issuesFromZod(error, prefix));
}

export function issuesFromZod(error: z.ZodError, prefix: (string | number)[] = []): ErrorIssue[] {
  return error.issues
    .flatMap((issue) => fromIssue(issue, prefix))
    .slice(0, mostIssues)
    .map((issue) => ({ ...issue, message: issue.message.slice(0, 500) }));
}

function fromIssue(issue: z.core.$ZodIssue, prefix: (string | number)[]): ErrorIssue[] {
  const path = [...prefix, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'unknown_field',
      message: 'This field is not known.',
    }));
  if (issue.code === 'invalid_union') return fromUnion(issue, path);
  const own = issue.code === 'custom' ? issue.params?.code : undefined;
  return [{ path, code: typeof own === 'string' ? own : issue.code, message: issue.message }];
}

type Issue = z.core.$ZodIssue;

/** What the shape that fits best finds wrong; where none is nearer than the others, what each of them expects. */
function fromUnion(issue: z.core.$ZodIssueInvalidUnion, path: (string | number)[]): ErrorIssue[] {
  const choices = choicesOf(issue);
  const strangers = choices.map(strangersIn);
  const fewest = Math.min(...strangers);
  const nearest = choices.filter((_, place) => strangers[place] === fewest);
  const expected = [...new Set(nearest.map(expectedOf))];
  const [only] = nearest;
  if (only && expected.length === 1) return only.flatMap((each) => fromIssue(each, path));
  const named =
    choices.length === 0
      ? ('options' in issue && Array.isArray(issue.options) ? issue.options : []).map(quoted)
      : expected;
  const message = named.length === 0 ? issue.message : `Expected ${choiceOf(named)}.`;
  return [{ path, code: issue.code, message }];
}

/** The findings of each shape; a choice within a choice is one with it. */
const choicesOf = ({ errors }: z.core.$ZodIssueInvalidUnion): Issue[][] =>
  errors.flatMap((found) => {
    const [first] = found;
    return first?.code === 'invalid_union' && first.path.length === 0 && first.errors.length > 0
      ? choicesOf(first)
      : [found];
  });

/** How many fields a shape does not know; no number is as far as a value of another kind. */
function strangersIn(found: readonly Issue[]): number {
  if (found.some(isOfAnotherKind)) return Number.POSITIVE_INFINITY;
  return found.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 0), 0);
}

const isOfAnotherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** The kind a shape asks for, or the fields of it that are missing or wrong, in words. */
function expectedOf(found: readonly Issue[]): string {
  const [first] = found.filter(isOfAnotherKind);
  if (first?.code === 'invalid_type') return first.expected;
  if (first?.code === 'invalid_value') return choiceOf(first.values.map(quoted));
  const fields = found.flatMap(({ path }) => path.slice(0, 1).map(String));
  return [...new Set(fields)].join(' and ');
}

const quoted = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));

function choiceOf(named: readonly string[]): string {
  const comma = named.some((one) => one.includes(' and ')) ? ',' : '';
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')}${comma} or ${named.at(-1)}`;
}
