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
  const own = issue.code === 'custom' ? issue.params?.code : undefined;
  return [{ path, code: typeof own === 'string' ? own : issue.code, message: issue.message }];
}
