/** Errors as problem documents (RFC 9457): the one place where they become what a caller sees. */
import { DomainError, type ErrorIssue, type ErrorParams } from '@promptvault/contract/errors';
import * as z from 'zod';
import { ServerError } from './foundation-errors.ts';
import { invalidRequest } from './from-zod.ts';

export const problemContentType = 'application/problem+json';

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance?: string;
  requestId?: string;
  params?: ErrorParams;
  errors?: ErrorIssue[];
};

export type ProblemAnswer = {
  status: DomainError['status'];
  headers: Record<string, string>;
  body: Problem;
  /** Whether nobody declared this error: then the original belongs in the log. */
  unexpected: boolean;
};

/** Turns whatever was thrown into a declared error; what nobody declared becomes `server.unexpected`. */
export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof z.ZodError) return invalidRequest(thrown);
  return ServerError.unexpected().because(thrown);
}

export function toProblem(
  thrown: unknown,
  request: { requestId?: string; instance?: string } = {},
): ProblemAnswer {
  const error = toDomainError(thrown);
  const errors = error.path
    ? [{ path: error.path, code: error.code, message: error.message }, ...error.issues]
    : error.issues;
  return {
    status: error.status,
    headers: { 'content-type': problemContentType, ...headersFor(error) },
    unexpected: error.code === ServerError.unexpected.code,
    body: {
      type: `urn:promptvault:error:${error.code}`,
      title: titleOf(error.code),
      status: error.status,
      code: error.code,
      detail: error.message,
      ...request,
      ...(Object.keys(error.params).length > 0 ? { params: error.params } : {}),
      ...(errors.length > 0 ? { errors: [...errors] } : {}),
    },
  };
}

function headersFor(error: DomainError): Record<string, string> {
  const { retryAfterMs, allow } = error.params;
  const headers: Record<string, string> = {};
  if (typeof retryAfterMs === 'number')
    headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfterMs / 1000)));
  const { limit, remaining } = error.params;
  if (error.status === 429 && typeof limit === 'number' && typeof remaining === 'number') {
    // The limit that refused, in place of that of requests in general.
    headers['ratelimit-limit'] = String(limit);
    headers['ratelimit-remaining'] = String(remaining);
    headers['ratelimit-reset'] = headers['retry-after'] ?? '1';
  }
  if (error.status === 405 && Array.isArray(allow)) headers.allow = allow.join(', ');
  return headers;
}

/** `prompt.name_taken` → `Name taken`: the kind of problem, the same for each occurrence. */
function titleOf(code: string): string {
  const name = (code.split('.').at(-1) ?? code).replaceAll('_', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
