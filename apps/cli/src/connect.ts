import { createClient, type PromptVaultClient } from '@promptvault/sdk';
import { Failure, refusalOf } from './failure.ts';
import { type Patience, patientFetch } from './patient-fetch.ts';
import { cookiesOf, readCookies } from './token.ts';

export interface Connection {
  client: PromptVaultClient;
  /** Ends the session where this command began it. */
  leave(): Promise<void>;
}

export interface Way {
  url: string;
  token: string | undefined;
  account: { email: string; password: string } | undefined;
  organization: string | undefined;
}

/** An address without path and name. @throws Failure */
export function addressOf(given: string | undefined): string {
  if (given === undefined)
    throw new Failure('Name the server: --server http://localhost:3000, or PROMPTVAULT_URL.');
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Failure('The address of a server looks like https://prompts.example.com.');
  return url.origin;
}

/** Signs in where there is no token. @throws Failure */
export async function connect(
  { url, token, account, organization }: Way,
  patience: Patience,
): Promise<Connection> {
  const isOwn = token === undefined;
  if (isOwn && !account)
    throw new Failure(
      'Say who you are: PROMPTVAULT_TOKEN with what “promptvault sign-in” printed, or PROMPTVAULT_EMAIL and PROMPTVAULT_PASSWORD.',
    );
  if (url.startsWith('http:') && !/^http:\/\/(?:localhost|127\.|\[::1\])/.test(url))
    patience.tell('The server is asked without encryption: use its https address where it has one.');
  const cookie = isOwn
    ? await signIn(url, account as NonNullable<typeof account>, patience)
    : cookiesOf(token);
  const client = createClient({
    url,
    headers: { cookie, 'user-agent': 'promptvault-cli' },
    ...(organization === undefined ? {} : { organizationId: organization }),
    fetch: patientFetch(patience),
  });
  return {
    client,
    async leave() {
      if (isOwn) await signOut(url, cookie);
    },
  };
}

/** @returns the cookies of the new session. @throws Failure */
export async function signIn(
  url: string,
  account: { email: string; password: string },
  patience: Patience,
): Promise<string> {
  const request = new Request(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'promptvault-cli' },
    body: JSON.stringify(account),
  });
  const response = await patientFetch(patience)(request);
  if (!response.ok)
    throw new Failure(refusalOf(response.status, await response.json().catch(() => undefined)));
  return readCookies(response.headers);
}

/** @returns whether there was such a session */
export async function signOut(url: string, cookie: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/sign-out`, {
    method: 'POST',
    headers: { cookie },
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  return response?.ok === true;
}

/** What was answered, or why not. @throws Failure */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined) return data;
  if (response.status === 401)
    throw new Failure(
      'The server does not know this token, or it ended. Make another with: promptvault sign-in',
    );
  throw new Failure(refusalOf(response.status, error));
}
