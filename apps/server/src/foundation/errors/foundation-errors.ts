import { defineErrors } from '@promptvault/contract/errors';

/** Errors every route can answer with. Modules declare their own beside these. */
export const RequestError = defineErrors('request', {
  malformed: {
    status: 400,
    message: (p: { reason: string }) => `The request could not be read: ${p.reason}`,
  },
  invalid: {
    status: 422,
    message: () => 'Some of what was sent is not valid. The list of errors says where and why.',
  },
  too_large: {
    status: 413,
    message: (p: { maxBytes: number }) =>
      `The request is larger than the ${p.maxBytes.toLocaleString('en')} bytes allowed here. Send less at once.`,
  },
  unsupported_media_type: {
    status: 415,
    message: (p: { expected: string }) =>
      `This route reads ${p.expected}. Set the Content-Type header to it.`,
  },
  precondition_required: {
    status: 428,
    message: () => 'A change must say what it changes: send the ETag you last read in the If-Match header.',
  },
  stale: {
    status: 412,
    message: (p: { current: number }) =>
      `Somebody changed this since you read it; it is now at revision ${p.current}. Read it again, then repeat your change.`,
  },
  rate_limited: {
    status: 429,
    message: (p: { retryAfterMs: number }) =>
      `Too many requests in a short time. Try again in ${Math.max(1, Math.ceil(p.retryAfterMs / 1000))} s.`,
  },
  idempotency_conflict: {
    status: 409,
    message: () => 'This idempotency key was used for another request. Make a new key for a new request.',
  },
});

export const AuthError = defineErrors('auth', {
  required: { status: 401, message: () => 'You are not signed in, or your session has ended. Sign in.' },
  forbidden: {
    status: 403,
    message: () => 'Your role does not allow this. Ask an administrator of the organization.',
  },
  csrf: {
    status: 403,
    message: () =>
      'The request came from a page that is not part of this instance and was refused. Reload the page.',
  },
});

export const ResourceError = defineErrors('resource', {
  not_found: {
    status: 404,
    message: () => 'There is nothing under this address, or you may not see it.',
  },
});

export const RouteError = defineErrors('route', {
  not_found: {
    status: 404,
    message: (p: { method: string; path: string }) => `There is no route ${p.method} ${p.path}.`,
  },
  method_not_allowed: {
    status: 405,
    message: (p: { method: string; allow: readonly string[] }) =>
      `${p.method} is not possible here; ${p.allow.join(', ')} ${p.allow.length === 1 ? 'is' : 'are'}.`,
  },
});

export const ServerError = defineErrors('server', {
  unavailable: {
    status: 503,
    message: (p: { part: string; retryAfterMs?: number }) =>
      `The server cannot reach its ${p.part} at the moment. Nothing was changed; try again shortly.`,
  },
  full: {
    status: 503,
    message: (_p: { retryAfterMs: number }) =>
      'The server has no room left to store this. Nothing was changed; whoever runs it must free space first.',
  },
  unexpected: {
    status: 500,
    message: () =>
      'Something went wrong that the server did not foresee. It is in the log under the id of this request.',
  },
});

export const foundationErrors = [RequestError, AuthError, ResourceError, RouteError, ServerError];
