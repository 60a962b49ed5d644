import type { Secret } from '../secrets/secret.ts';

/** Shorter values would blank out ordinary words. */
const shortest = 6;

/**
 * The last guard before a line is written: a function that blanks out the values of known secrets, also where
 * a library put one into the message of an error. Of an address its password is blanked out too.
 */
export function scrubber(secrets: readonly Secret[]): (line: string) => string {
  const values = new Set(
    secrets
      .flatMap((secret) => spellings(secret.reveal()))
      .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
      .filter((value) => value.length >= shortest),
  );
  const longestFirst = [...values].sort((a, b) => b.length - a.length);
  return (line) => longestFirst.reduce((scrubbed, value) => scrubbed.replaceAll(value, '[secret]'), line);
}

function spellings(value: string): string[] {
  const password = URL.canParse(value) ? new URL(value).password : '';
  return password ? [value, password, decodeURIComponent(password)] : [value];
}
