import { IdentityError } from '@promptvault/contract/account/identity/errors';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { findClaim, findUser } from '../repository.ts';

/** What Better Auth says when the database failed it, whatever the reason was. */
const unexplained = new Set([
  'FAILED_TO_CREATE_USER',
  'FAILED_TO_CREATE_SESSION',
  'FAILED_TO_GET_SESSION',
  'FAILED_TO_UPDATE_USER',
]);

/**
 * Better Auth's errors in our catalogue; whatever it did not say stays what it was. It hides what the database
 * threw, so the database is asked again: when it cannot be reached, that is the answer.
 */
export async function apiFault(db: NodePgDatabase, error: unknown, email?: string): Promise<unknown> {
  const code = (error as { body?: { code?: unknown } }).body?.code;
  switch (code) {
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return IdentityError.email_taken();
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_PASSWORD':
    case 'CREDENTIAL_ACCOUNT_NOT_FOUND':
    case 'USER_NOT_FOUND':
      return IdentityError.wrong_credentials();
    case 'PASSWORD_TOO_SHORT':
    case 'PASSWORD_TOO_LONG':
      return IdentityError.password_weak().at('password');
    default:
      if (isUniqueViolation(error, 'auth_user')) return IdentityError.email_taken();
      return typeof code === 'string' && unexplained.has(code) ? explain(db, error, email) : error;
  }
}

async function explain(db: NodePgDatabase, error: unknown, email: string | undefined): Promise<unknown> {
  try {
    // Two sign-ups with one address at once: the database decides, not Better Auth's look-up before.
    if (email !== undefined && (await findUser(db, email))) return IdentityError.email_taken();
    await findClaim(db);
    return error;
  } catch (reason) {
    return reason;
  }
}
