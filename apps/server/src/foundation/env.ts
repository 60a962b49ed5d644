/**
 * Everything the process is told from outside, parsed once at the start into nested facts. This is the only
 * file that reads process.env. A value that cannot be used stops the start with a sentence that names it.
 */
import { resolve } from 'node:path';
import * as z from 'zod';
import { Secret } from './secrets/secret.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export type SignUpPolicy = { kind: 'open' } | { kind: 'invited' } | { kind: 'domains'; domains: string[] };

export type Environment = {
  http: {
    host: string;
    /** 0 means any free port; see `atPort`. */
    port: number;
    /** Whether only this machine can reach the socket. */
    loopback: boolean;
    /** The origin people see, without a slash at its end. */
    publicUrl: string;
    publicUrlGiven: boolean;
    /** Origins that may send cookies; the public one and the loopback address are always among them. */
    trustedOrigins: string[];
    /** How many proxies stand in front and set X-Forwarded-For. */
    trustedProxies: number;
  };
  tls: { certFile: string; keyFile: string } | undefined;
  dataDirectory: string;
  /** The embedded one lies in the data directory. */
  database: { kind: 'embedded' } | { kind: 'postgres'; url: Secret };
  redis: { url: Secret } | undefined;
  s3:
    | {
        bucket: string;
        region: string;
        endpoint: string | undefined;
        /** Without keys the usual chain of the AWS client is used. */
        keys: { id: string; secret: Secret } | undefined;
      }
    | undefined;
  smtp: { url: Secret; from: string } | undefined;
  /** In both forms one key a line or comma, the newest last; a missing file is made at the first start. */
  masterKey: { kind: 'environment'; keys: Secret } | { kind: 'file'; path: string };
  billing: 'off';
  /** Undefined means invited only, once the first account is made. */
  signUp: SignUpPolicy | undefined;
  log: { level: LogLevel; form: 'json' | 'pretty' | 'auto' };
  /** Whether anybody may read /metrics, or only this machine. */
  openMetrics: boolean;
  samples: string | undefined;
  /** Whether notices may go to browsers over the push services of their makers. */
  push: boolean;
  /** Whether providers and fetched URLs may lie on this machine or the private network. */
  allowPrivateAddresses: boolean;
  /** The web app comes from the development server, not from the built files. */
  development: boolean;
  /** For journeys and benchmarks only: refused when the public address is not this machine. */
  testing: { setUpCode: Secret | undefined; limitsOff: boolean };
  /** Names that start with PROMPTVAULT_ and mean nothing: probably misspelt. */
  unknownNames: string[];
};

const truth = z.enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off'], 'it must be yes or no');
const flag = truth.transform((value) => ['1', 'true', 'yes', 'on'].includes(value));
const secret = z.string().transform((value) => new Secret(value));
const origin = z.string().transform((value, ctx) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const fine = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
  if (fine) return url.origin;
  ctx.addIssue('it must be an address like https://prompts.example.com, without a path');
  return z.NEVER;
});

function listOf<T>(item: z.ZodType<T, string>) {
  const parts = z.string().transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''));
  return parts.pipe(z.array(item));
}

function serverUrl(schemes: string[], example: string) {
  return z
    .string()
    .refine(
      (value) =>
        URL.canParse(value) &&
        schemes.includes(new URL(value).protocol.slice(0, -1)) &&
        // PostgreSQL alone may be reached by a socket that the path or the options name.
        (schemes.includes('postgres') || new URL(value).hostname !== ''),
      `it must be an address like ${example}`,
    )
    .refine((value) => {
      const url = URL.canParse(value) ? new URL(value) : undefined;
      return !url || (isEncoded(url.username) && isEncoded(url.password));
    }, 'its user and password must be percent-encoded, so that "%" is written "%25" and "@" is written "%40"')
    .transform((value) => new Secret(value));
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const signUp = z.string().transform((value, ctx): SignUpPolicy => {
  if (value === 'open' || value === 'invited') return { kind: value };
  const domains = value
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((domain) => domain.toLowerCase().replace(/^@/, ''));
  if (domains.length > 0 && domains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)))
    return { kind: 'domains', domains };
  ctx.addIssue('it must be "open", "invited" or mail domains separated by commas');
  return z.NEVER;
});

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `it must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `it must be a whole number from ${least} to ${most}`);

const oneLine = z.string().refine((value) => !/[\r\n]/.test(value), 'it must be one line');

/** Every variable the server knows. Whatever is secret is branded here, before anything can print it. */
const variables = z.object({
  HOST: oneLine.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  PROMPTVAULT_PUBLIC_URL: origin.optional(),
  PROMPTVAULT_TRUSTED_ORIGINS: listOf(origin).default([]),
  PROMPTVAULT_TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  PROMPTVAULT_TLS_CERT: z.string().optional(),
  PROMPTVAULT_TLS_KEY: z.string().optional(),
  PROMPTVAULT_DATA: z.string().default('./data'),
  DATABASE_URL: serverUrl(['postgres', 'postgresql'], 'postgres://user:password@host:5432/name').optional(),
  REDIS_URL: serverUrl(['redis', 'rediss'], 'redis://host:6379').optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'it must be the name of a bucket')
    .optional(),
  S3_REGION: oneLine.default('us-east-1'),
  S3_ENDPOINT: origin.optional(),
  S3_ACCESS_KEY_ID: oneLine.optional(),
  S3_SECRET_ACCESS_KEY: secret.optional(),
  SMTP_URL: serverUrl(['smtp', 'smtps'], 'smtp://user:password@host:587').optional(),
  SMTP_FROM: oneLine
    .refine((value) => /[^\s@]+@[^\s@]+/.test(value), 'it must hold a mail address')
    .optional(),
  PROMPTVAULT_MASTER_KEY: secret.optional(),
  PROMPTVAULT_MASTER_KEY_FILE: z.string().optional(),
  PROMPTVAULT_BILLING: z.enum(['off'], 'it must be "off"').default('off'),
  PROMPTVAULT_SIGN_UP: signUp.optional(),
  PROMPTVAULT_LOG_LEVEL: z
    .enum(
      ['silent', 'error', 'warn', 'info', 'debug', 'trace'],
      'it must be silent, error, warn, info, debug or trace',
    )
    .default('info'),
  PROMPTVAULT_LOG_FORM: z.enum(['json', 'pretty', 'auto'], 'it must be json, pretty or auto').default('auto'),
  PROMPTVAULT_METRICS: z.enum(['local', 'open'], 'it must be local or open').default('local'),
  PROMPTVAULT_SAMPLES: z.string().optional(),
  PROMPTVAULT_ALLOW_PRIVATE_ADDRESSES: flag.optional(),
  PROMPTVAULT_PUSH: flag.default(true),
  PROMPTVAULT_DEVELOPMENT: flag.default(false),
  PROMPTVAULT_TESTING_SET_UP_CODE: secret.optional(),
  PROMPTVAULT_TESTING_LIMITS_OFF: flag.default(false),
});

type Variables = z.output<typeof variables>;

/** Their values never stand in the sentence about them. */
const secretNames = new Set<string>([
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'S3_SECRET_ACCESS_KEY',
  'PROMPTVAULT_MASTER_KEY',
  'PROMPTVAULT_TESTING_SET_UP_CODE',
]);

export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

/** Every secret among the facts, for the log to blank out. */
export function secretsOf(environment: Environment): Secret[] {
  const { database, redis, smtp, s3, masterKey, testing } = environment;
  return [
    database.kind === 'postgres' ? database.url : undefined,
    redis?.url,
    smtp?.url,
    s3?.keys?.secret,
    masterKey.kind === 'environment' ? masterKey.keys : undefined,
    testing.setUpCode,
  ].filter((secret) => secret !== undefined);
}

/** Reads the facts; an empty value counts as not set. Relative paths start at `directory`. */
export function readEnvironment(
  source: EnvironmentSource = process.env,
  directory: string = process.cwd(),
): { ok: Environment } | { problem: string } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) =>
      sentence(String(path[0]), message, given),
    );
    return { problem: [...new Set(sentences)].join('\n') };
  }
  const values = parsed.data;
  const problem = contradiction(values);
  if (problem) return { problem };
  const unknownNames = Object.keys(given).filter(
    (name) => name.startsWith('PROMPTVAULT_') && !(name in variables.shape),
  );
  return { ok: { ...facts(values, directory), unknownNames } };
}

function sentence(name: string, reason: string, given: EnvironmentSource): string {
  const shown = secretNames.has(name) ? 'cannot be used' : `is ${JSON.stringify(given[name])}`;
  return `${name} ${shown}: ${reason}.`;
}

/** What is wrong between values that are each fine. */
function contradiction(values: Variables): string | undefined {
  const pairs: [keyof Variables, keyof Variables][] = [
    ['PROMPTVAULT_TLS_CERT', 'PROMPTVAULT_TLS_KEY'],
    ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ];
  for (const [one, other] of pairs) {
    if (values[one] && !values[other]) return `${one} is set but ${other} is not: they belong together.`;
    if (values[other] && !values[one]) return `${other} is set but ${one} is not: they belong together.`;
  }
  if (!values.S3_BUCKET && (values.S3_ENDPOINT || values.S3_ACCESS_KEY_ID))
    return 'S3_ENDPOINT or S3_ACCESS_KEY_ID is set but S3_BUCKET is not: name the bucket to keep files in.';
  if (values.PROMPTVAULT_MASTER_KEY && values.PROMPTVAULT_MASTER_KEY_FILE)
    return 'PROMPTVAULT_MASTER_KEY and PROMPTVAULT_MASTER_KEY_FILE are both set: keep one, so that it is clear which key counts.';
  const testing = values.PROMPTVAULT_TESTING_SET_UP_CODE ?? values.PROMPTVAULT_TESTING_LIMITS_OFF;
  const home = !values.PROMPTVAULT_PUBLIC_URL || isLoopback(new URL(values.PROMPTVAULT_PUBLIC_URL).hostname);
  if (testing && !(home && isLoopback(values.HOST)))
    return 'A PROMPTVAULT_TESTING_… switch is set on an instance that others can reach: unset it, or set HOST to 127.0.0.1.';
  return undefined;
}

function facts(values: Variables, directory: string): Omit<Environment, 'unknownNames'> {
  const dataDirectory = resolve(directory, values.PROMPTVAULT_DATA);
  const loopback = isLoopback(values.HOST);
  const http = {
    host: values.HOST,
    port: values.PORT,
    loopback,
    trustedProxies: values.PROMPTVAULT_TRUSTED_PROXIES,
    ...addresses(values, values.PORT),
  };
  const { PROMPTVAULT_TLS_CERT: cert, PROMPTVAULT_TLS_KEY: key, PROMPTVAULT_MASTER_KEY: masterKey } = values;
  return {
    http,
    tls: cert && key ? { certFile: resolve(directory, cert), keyFile: resolve(directory, key) } : undefined,
    dataDirectory,
    database: values.DATABASE_URL ? { kind: 'postgres', url: values.DATABASE_URL } : { kind: 'embedded' },
    redis: values.REDIS_URL && { url: values.REDIS_URL },
    s3: s3Facts(values),
    smtp: values.SMTP_URL && {
      url: values.SMTP_URL,
      from: values.SMTP_FROM ?? `PromptVault <promptvault@${new URL(http.publicUrl).hostname}>`,
    },
    masterKey: masterKey
      ? { kind: 'environment', keys: masterKey }
      : {
          kind: 'file',
          path: values.PROMPTVAULT_MASTER_KEY_FILE
            ? resolve(directory, values.PROMPTVAULT_MASTER_KEY_FILE)
            : resolve(dataDirectory, 'master.key'),
        },
    billing: values.PROMPTVAULT_BILLING,
    signUp: values.PROMPTVAULT_SIGN_UP,
    log: { level: values.PROMPTVAULT_LOG_LEVEL, form: values.PROMPTVAULT_LOG_FORM },
    openMetrics: values.PROMPTVAULT_METRICS === 'open',
    samples: values.PROMPTVAULT_SAMPLES && resolve(directory, values.PROMPTVAULT_SAMPLES),
    push: values.PROMPTVAULT_PUSH,
    // On a person's own machine a local model server is the normal case; for others it is a way in.
    allowPrivateAddresses:
      values.PROMPTVAULT_ALLOW_PRIVATE_ADDRESSES ?? (loopback && !values.PROMPTVAULT_PUBLIC_URL),
    development: values.PROMPTVAULT_DEVELOPMENT,
    testing: {
      setUpCode: values.PROMPTVAULT_TESTING_SET_UP_CODE,
      limitsOff: values.PROMPTVAULT_TESTING_LIMITS_OFF,
    },
  };
}

function s3Facts(values: Variables): Environment['s3'] {
  if (!values.S3_BUCKET) return undefined;
  const { S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: key } = values;
  return {
    bucket: values.S3_BUCKET,
    region: values.S3_REGION,
    endpoint: values.S3_ENDPOINT,
    keys: id && key ? { id, secret: key } : undefined,
  };
}

type AddressFacts = Pick<Environment['http'], 'publicUrl' | 'publicUrlGiven' | 'trustedOrigins'>;

function addresses(values: Variables, port: number): AddressFacts {
  const scheme = values.PROMPTVAULT_TLS_CERT ? 'https' : 'http';
  const publicUrl = values.PROMPTVAULT_PUBLIC_URL ?? new URL(`${scheme}://localhost:${port}`).origin;
  const here = [`${scheme}://localhost:${port}`, `${scheme}://127.0.0.1:${port}`].map(
    (url) => new URL(url).origin,
  );
  return {
    publicUrl,
    publicUrlGiven: values.PROMPTVAULT_PUBLIC_URL !== undefined,
    trustedOrigins: [...new Set([publicUrl, ...here, ...values.PROMPTVAULT_TRUSTED_ORIGINS])],
  };
}

/** The facts of a server that was given port 0, once it listens on a real one. */
export function atPort(environment: Environment, port: number): Environment {
  const move = (url: string) => {
    const moved = new URL(url);
    if (moved.port === String(environment.http.port) && isLoopback(moved.hostname)) moved.port = String(port);
    return moved.origin;
  };
  const { http } = environment;
  const publicUrl = http.publicUrlGiven ? http.publicUrl : move(http.publicUrl);
  return {
    ...environment,
    http: { ...http, port, publicUrl, trustedOrigins: http.trustedOrigins.map(move) },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
