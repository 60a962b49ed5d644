import { defineErrors } from '../../errors.ts';

export const IdentityError = defineErrors('identity', {
  wrong_credentials: {
    status: 401,
    message: () => 'The mail address or the password is not right.',
  },
  email_taken: {
    status: 409,
    message: () => 'There is an account with this mail address already. Sign in instead.',
  },
  sign_up_closed: {
    status: 403,
    message: () =>
      'New accounts need an invitation here. Ask a member of your organization for an invitation link.',
  },
  set_up_code_wrong: {
    status: 403,
    message: () => 'The set-up code is not right. It stands in the output of the server’s start.',
  },
  too_many_attempts: {
    status: 429,
    message: (p: { retryAfterMs: number }) =>
      `Too many attempts for this account. Try again in ${Math.max(1, Math.ceil(p.retryAfterMs / 60_000))} min.`,
  },
  password_weak: {
    status: 422,
    message: () => 'This password is too easy to guess. Use a longer one, or several words.',
  },
});
