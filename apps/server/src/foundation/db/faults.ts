/** PostgreSQL's error codes, found through whatever wrapped them. */
interface Fault {
  code?: string;
  constraint?: string;
  table?: string;
  cause?: unknown;
}

function findFault(error: unknown): Fault | undefined {
  let current = error as Fault | undefined;
  for (let depth = 0; current && depth < 5; depth++) {
    if (typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code)) return current;
    current = current.cause as Fault | undefined;
  }
  return undefined;
}

/** A row with this key is there already; `where` is a table or constraint name when it matters which. */
export function isUniqueViolation(error: unknown, where?: string): boolean {
  const fault = findFault(error);
  return fault?.code === '23505' && (!where || fault.table === where || fault.constraint === where);
}

export function isForeignKeyViolation(error: unknown): boolean {
  return findFault(error)?.code === '23503';
}

/** The connection is gone, the server is starting or stopping: nothing was committed that we know of. */
export function isConnectionLost(error: unknown): boolean {
  const fault = findFault(error);
  if (fault?.code && /^(08...|57P0.|53300)$/.test(fault.code)) return true;
  let current = error as { code?: string; message?: string; cause?: unknown } | undefined;
  for (let depth = 0; current && depth < 5; depth++) {
    if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(current.code ?? '')) return true;
    if (
      /Connection terminated|not queryable|timeout exceeded when trying to connect|database thread ended/i.test(
        current.message ?? '',
      )
    )
      return true;
    current = current.cause as typeof current;
  }
  return false;
}

/** The disk of the database is full, or a quota on it is used up. */
export function isOutOfSpace(error: unknown): boolean {
  return findFault(error)?.code === '53100';
}

/** A value cannot be what the column holds: a malformed uuid in a query that compares it, a number too large. */
export function isInvalidText(error: unknown): boolean {
  return /^(22P02|22P05|22021|22003|22007|22008)$/.test(findFault(error)?.code ?? '');
}
