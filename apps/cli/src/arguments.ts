import { type ParseArgsConfig, parseArgs } from 'node:util';
import { addressOf, type Way } from './connect.ts';
import type { CliEnvironment } from './environment.ts';
import { Failure } from './failure.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command takes that asks a server. */
const common = {
  server: { type: 'string' },
  token: { type: 'string' },
  organization: { type: 'string' },
} as const;

export const commonUsage = `Every command takes:
  --server URL           the instance, or PROMPTVAULT_URL
  --token TOKEN          what “promptvault sign-in” printed, or PROMPTVAULT_TOKEN (not seen by other users of the machine)
  --organization ID      the organization, or PROMPTVAULT_ORGANIZATION; the last one entered without it`;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof common; allowPositionals: true; strict: true }>
>;
export type Given<O extends Options> = Parsed<O>['values'];

/** @throws Failure with what is wrong, and how it is used */
export function readArguments<const O extends Options>(
  args: string[],
  options: O,
  usage: string,
): { values: Given<O>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...common, ...options },
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Given<O>, positionals };
  } catch (error) {
    throw new Failure(
      `${error instanceof Error ? error.message : String(error)}\n\n${usage}\n\n${commonUsage}`,
    );
  }
}

interface CommonValues {
  server?: string | undefined;
  token?: string | undefined;
  organization?: string | undefined;
}

/** @throws Failure */
export function wayOf(given: CommonValues, environment: CliEnvironment): Way {
  const { email, password } = environment;
  return {
    url: addressOf(given.server ?? environment.url),
    token: given.token ?? environment.token,
    account: email !== undefined && password !== undefined ? { email, password } : undefined,
    organization: given.organization ?? environment.organization,
  };
}

/** A number of seconds as ms. @throws Failure */
export function seconds(name: string, given: string | undefined, usual: number): number {
  const number = Number(given ?? usual);
  if (!Number.isFinite(number) || number < 0 || number > 86_400)
    throw new Failure(`${name} is a number of seconds, and not “${given}”.`);
  return number * 1_000;
}
