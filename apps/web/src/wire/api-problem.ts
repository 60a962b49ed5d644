import { wireText as t } from '../messages/interface-text.ts';

export type FieldProblem = { path: readonly (string | number)[]; code: string; message: string };

type ProblemParts = {
  status: number;
  code: string;
  message: string;
  errors?: readonly FieldProblem[];
  params?: Readonly<Record<string, unknown>>;
  requestId?: string;
  retryAfter?: number;
  cause?: unknown;
};

/**
 * Why the server refused, in its own words. `code` is stable (`prompt.name_taken`), `errors` point at fields.
 * Status 0 with the code `wire.unreachable` means that there was no answer at all.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;
  /** Seconds to wait, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(parts: ProblemParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.status = parts.status;
    this.code = parts.code;
    this.errors = parts.errors ?? [];
    this.params = parts.params ?? {};
    this.requestId = parts.requestId;
    this.retryAfter = parts.retryAfter;
  }

  /** Trying the very same thing again may help: no answer, too many requests, or a fault of the server. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export const unreachable = (cause: unknown) =>
  new ApiProblem({ status: 0, code: 'wire.unreachable', message: t('unreachable'), cause });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a problem document (RFC 9457) as the server or the live socket sends it; anything else is named as such. */
export function toProblem(body: unknown, status: number, headers?: Headers): ApiProblem {
  const requestId = headers?.get('x-request-id') ?? undefined;
  const retryAfter = Number(headers?.get('retry-after')) || undefined;
  if (!isRecord(body))
    return new ApiProblem({
      status,
      code: 'wire.unreadable',
      message: t('unreadable', { status }),
      requestId,
      retryAfter,
    });
  const errors = readErrors(body.errors);
  const message = [wordsOf(body.code, errors), body.detail, body.message, body.title].find(
    (text) => typeof text === 'string' && text !== '',
  );
  return new ApiProblem({
    status: typeof body.status === 'number' ? body.status : status,
    code: typeof body.code === 'string' ? body.code : 'wire.refused',
    message: typeof message === 'string' ? message : t('refused', { status }),
    errors,
    params: isRecord(body.params) ? body.params : undefined,
    requestId: typeof body.requestId === 'string' ? body.requestId : requestId,
    retryAfter,
  });
}

const mostWords = 3;

/** The detail of invalid input only points at the list of errors, which few places show: the list speaks instead. */
const wordsOf = (code: unknown, errors: readonly FieldProblem[]): string =>
  code === 'request.invalid'
    ? [...new Set(errors.map(({ message }) => message))].slice(0, mostWords).join(' ')
    : '';

function readErrors(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).map(({ path, code, message }) => ({
    path: readPath(path),
    code: typeof code === 'string' ? code : 'wire.refused',
    message: typeof message === 'string' ? message : '',
  }));
}

function readPath(path: unknown): (string | number)[] {
  if (Array.isArray(path)) return path.filter((step) => typeof step === 'string' || typeof step === 'number');
  return typeof path === 'string' && path !== '' ? path.replace(/^\//, '').split(/[./]/) : [];
}
