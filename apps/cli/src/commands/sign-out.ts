/** `promptvault sign-out`: ends the session that a token is. */
import { readArguments, wayOf } from '../arguments.ts';
import { signOut as endSession } from '../connect.ts';
import type { CliEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal.ts';
import { cookiesOf } from '../token.ts';

export const signOutUsage = `promptvault sign-out [options]

Ends the token of --token or PROMPTVAULT_TOKEN: it is worth nothing from then on.`;

/** @returns the exit code. @throws Failure */
export async function signOut(
  args: string[],
  environment: CliEnvironment,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = readArguments(args, {}, signOutUsage);
  const { url, token } = wayOf(values, environment);
  if (positionals.length > 0 || token === undefined) throw new Failure(signOutUsage);
  if (!(await endSession(url, cookiesOf(token))))
    throw new Failure('The server did not answer, or the token had ended.');
  terminal.note('The token has ended.');
  return 0;
}
