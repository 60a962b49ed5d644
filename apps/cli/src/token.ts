import { Failure } from './failure.ts';

/**
 * A token is a session, as the cookies of a sign-in in one word: a session is the only way in. It acts for its
 * person, is listed among their sessions, ends there, and lasts 30 days from its last use.
 */
const mark = 'pvs_';

export const tokenOf = (cookies: string): string => `${mark}${Buffer.from(cookies).toString('base64url')}`;

/** @throws Failure for what is no token */
export function cookiesOf(token: string): string {
  const cookies = token.startsWith(mark) ? Buffer.from(token.slice(mark.length), 'base64url').toString() : '';
  if (!/^[\x21-\x7e]+(?:; [\x21-\x7e]+)*$/.test(cookies) || !cookies.includes('session_token='))
    throw new Failure('The token is none of PromptVault. Make one with: promptvault sign-in');
  return cookies;
}

export const readCookies = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => cookie !== '')
    .join('; ');
