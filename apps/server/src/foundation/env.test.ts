import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { atPort, type Environment, type EnvironmentSource, readEnvironment } from './env.ts';

function read(source: EnvironmentSource): Environment {
  const result = readEnvironment(source, '/srv/vault');
  if ('problem' in result) throw new Error(result.problem);
  return result.ok;
}

function problemOf(source: EnvironmentSource): string {
  const result = readEnvironment(source, '/srv/vault');
  return 'problem' in result ? result.problem : 'none';
}

describe('readEnvironment', () => {
  it('needs nothing', () => {
    expect(read({})).toMatchObject({
      http: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://localhost:3000',
        trustedOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
      },
      dataDirectory: '/srv/vault/data',
      database: { kind: 'embedded' },
      masterKey: { kind: 'file', path: '/srv/vault/data/master.key' },
      redis: undefined,
      s3: undefined,
      smtp: undefined,
      billing: 'off',
      signUp: undefined,
      log: { level: 'info', form: 'auto' },
      openMetrics: false,
      allowPrivateAddresses: true,
      unknownNames: [],
    });
  });

  it('takes an empty value for none', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      http: { port: 3000 },
      database: { kind: 'embedded' },
    });
  });

  it.each([
    ['DATABASE_URL', 'postgres://u:hunter2%re@db/vault'],
    ['REDIS_URL', 'redis://:hunter2%@cache:6379'],
    ['SMTP_URL', 'smtp://me%zz:hunter2@mail:587'],
  ])('says of %s that a bare "%%" in it has to be encoded, without the password', (name, url) => {
    const problem = problemOf({ [name]: url });
    expect(problem).toMatch(/^\w+ cannot be used: its user and password must be percent-encoded/);
    expect(problem).not.toContain('hunter2');
    expect(problemOf({ [name]: url.replace('%', '%25') })).toBe('none');
  });

  it('reads real servers and keeps their passwords out of anything printed', () => {
    const environment = read({
      DATABASE_URL: 'postgres://u:hunter2@db/vault',
      REDIS_URL: 'redis://:hunter2@cache:6379',
      SMTP_URL: 'smtps://u:hunter2@mail:465',
      S3_BUCKET: 'vault-files',
      S3_ENDPOINT: 'http://127.0.0.1:9000/',
      S3_ACCESS_KEY_ID: 'AKID',
      S3_SECRET_ACCESS_KEY: 'hunter2',
      PROMPTVAULT_MASTER_KEY: 'hunter2',
    });
    expect(environment.database).toMatchObject({ kind: 'postgres' });
    expect(environment.s3).toMatchObject({ bucket: 'vault-files', endpoint: 'http://127.0.0.1:9000' });
    expect(environment.smtp?.from).toBe('PromptVault <promptvault@localhost>');
    expect(environment.redis?.url.reveal()).toBe('redis://:hunter2@cache:6379');
    expect(JSON.stringify(environment) + inspect(environment, { depth: 9 })).not.toContain('hunter2');
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty": it must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ PROMPTVAULT_PUBLIC_URL: 'prompts.example.com' }, 'PROMPTVAULT_PUBLIC_URL is "prompts.example.com"'],
    [{ PROMPTVAULT_PUBLIC_URL: 'https://example.com/prompts' }, 'without a path'],
    [{ PROMPTVAULT_TRUSTED_ORIGINS: 'https://a.example, nonsense' }, 'PROMPTVAULT_TRUSTED_ORIGINS is'],
    [
      { REDIS_URL: 'http://cache' },
      'REDIS_URL cannot be used: it must be an address like redis://host:6379.',
    ],
    [{ SMTP_URL: 'mail' }, 'SMTP_URL cannot be used'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL cannot be used: it must be an address like smtp://'],
    [{ REDIS_URL: 'redis:///2' }, 'REDIS_URL cannot be used: it must be an address like redis://host:6379.'],
    [{ PROMPTVAULT_SIGN_UP: 'everyone!' }, 'it must be "open", "invited" or mail domains'],
    [{ PROMPTVAULT_BILLING: 'on' }, 'PROMPTVAULT_BILLING is "on"'],
    [{ PROMPTVAULT_LOG_LEVEL: 'loud' }, 'PROMPTVAULT_LOG_LEVEL is "loud"'],
    [{ PROMPTVAULT_ALLOW_PRIVATE_ADDRESSES: 'maybe' }, 'it must be yes or no'],
    [{ PROMPTVAULT_TLS_CERT: 'a.pem' }, 'PROMPTVAULT_TLS_CERT is set but PROMPTVAULT_TLS_KEY is not'],
    [
      { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'x' },
      'S3_ACCESS_KEY_ID is set but S3_SECRET_ACCESS_KEY is not',
    ],
    [{ S3_ENDPOINT: 'http://s3.example' }, 'S3_BUCKET is not'],
    [{ PROMPTVAULT_MASTER_KEY: 'x', PROMPTVAULT_MASTER_KEY_FILE: 'y' }, 'are both set'],
    [{ HOST: '0.0.0.0', PROMPTVAULT_TESTING_LIMITS_OFF: '1' }, 'that others can reach'],
  ])('refuses %o with a sentence', (source, part) => {
    expect(problemOf(source)).toContain(part);
  });

  it('never repeats a secret in a sentence', () => {
    expect(problemOf({ DATABASE_URL: 'mysql://u:hunter2@db/vault', PORT: 'x' })).toBe(
      'PORT is "x": it must be a whole number from 0 to 65535.\n' +
        'DATABASE_URL cannot be used: it must be an address like postgres://user:password@host:5432/name.',
    );
  });

  it('allows private addresses only to a person on this machine, unless told', () => {
    expect(read({ HOST: '0.0.0.0' }).allowPrivateAddresses).toBe(false);
    expect(read({ PROMPTVAULT_PUBLIC_URL: 'https://p.example' }).allowPrivateAddresses).toBe(false);
    expect(read({ HOST: '0.0.0.0', PROMPTVAULT_ALLOW_PRIVATE_ADDRESSES: 'yes' }).allowPrivateAddresses).toBe(
      true,
    );
  });

  it('reads sign-up by mail domain, and names it does not know', () => {
    const environment = read({ PROMPTVAULT_SIGN_UP: 'Example.com, @example.org', PROMPTVAULT_DTAA: 'x' });
    expect(environment.signUp).toEqual({ kind: 'domains', domains: ['example.com', 'example.org'] });
    expect(environment.unknownNames).toEqual(['PROMPTVAULT_DTAA']);
  });

  it('moves its addresses to the port that was really taken', () => {
    expect(atPort(read({ PORT: '0' }), 4567).http).toMatchObject({
      port: 4567,
      publicUrl: 'http://localhost:4567',
      trustedOrigins: ['http://localhost:4567', 'http://127.0.0.1:4567'],
    });
    expect(
      atPort(read({ PORT: '0', PROMPTVAULT_PUBLIC_URL: 'https://p.example' }), 4567).http.publicUrl,
    ).toBe('https://p.example');
  });
});
