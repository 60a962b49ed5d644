/** `promptvault sign-in`: makes a token for programs, which is a session of whoever signs in. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { readArguments, wayOf } from '../arguments.ts';
import { signIn as beginSession } from '../connect.ts';
import type { CliEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal.ts';
import { tokenOf } from '../token.ts';

export const signInUsage = `promptvault sign-in [options]

Prints a token for PROMPTVAULT_TOKEN. It is a session of yours: it may what you may, lasts 30 days from its last
use, and ends under “Sessions” in your settings, or with: promptvault sign-out
Email and password are asked for, or taken from PROMPTVAULT_EMAIL and PROMPTVAULT_PASSWORD.`;

/** @returns the exit code. @throws Failure */
export async function signIn(
  args: string[],
  environment: CliEnvironment,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = readArguments(args, {}, signInUsage);
  if (positionals.length > 0) throw new Failure(signInUsage);
  const { url, account } = wayOf(values, environment);
  const patience = { forMs: 10_000, tell: (sentence: string) => terminal.note(sentence) };
  const cookies = await beginSession(url, account ?? (await askAccount(environment)), patience);
  terminal.note('Signed in. Keep this token secret:');
  terminal.out(tokenOf(cookies));
  return 0;
}

async function askAccount({ email, password }: CliEnvironment): Promise<{ email: string; password: string }> {
  if (!process.stdin.isTTY)
    throw new Failure('Set PROMPTVAULT_EMAIL and PROMPTVAULT_PASSWORD: nobody can be asked here.');
  return {
    email: email ?? (await ask('Email: ', false)),
    password: password ?? (await ask('Password: ', true)),
  };
}

/** Asks on stderr, so that only the token is on stdout; what is secret is not shown. */
async function ask(question: string, isSecret: boolean): Promise<string> {
  process.stderr.write(question);
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!isSecret) process.stderr.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output: shown, terminal: true });
  try {
    return (await reader.question('')).trim();
  } finally {
    reader.close();
    if (isSecret) process.stderr.write('\n');
  }
}
