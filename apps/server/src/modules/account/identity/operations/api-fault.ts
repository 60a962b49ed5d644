import { IdentityError } from '@promptvault/contract/account/identity/errors';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';

/** Better Auth's errors in our catalogue; whatever it did not say stays what it was. */
export function apiFault(error: unknown): unknown {
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
      // Two sign-ups with one address at once: the database decides, not Better Auth's look-up before.
      return isUniqueViolation(error, 'auth_user') || code === 'FAILED_TO_CREATE_USER'
        ? IdentityError.email_taken()
        : error;
  }
}
