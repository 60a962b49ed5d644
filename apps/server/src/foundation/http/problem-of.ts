import { isConnectionLost, isInvalidText, isOutOfSpace } from '../db/faults.ts';
import { RequestError, ServerError } from '../errors/foundation-errors.ts';
import { type ProblemAnswer, toProblem } from '../errors/problem.ts';

/** What the database throws, as the errors callers know; the original stays beside it for the log. */
function declared(thrown: unknown): unknown {
  if (isConnectionLost(thrown))
    return ServerError.unavailable({ part: 'database', retryAfterMs: 2_000 }).because(thrown);
  if (isOutOfSpace(thrown)) return ServerError.full({ retryAfterMs: 60_000 }).because(thrown);
  if (isInvalidText(thrown))
    return RequestError.malformed({ reason: 'a value cannot be what it should be.' }).because(thrown);
  return thrown;
}

/** The problem document of whatever was thrown while a request, a stream or a socket was served. */
export const problemOf = (
  thrown: unknown,
  request?: { requestId?: string; instance?: string },
): ProblemAnswer => toProblem(declared(thrown), request);
