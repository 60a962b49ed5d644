import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { assertOutsideTransaction } from '../../../../foundation/db/transaction-guard.ts';
import type { Secrets } from '../../../../foundation/secrets/secrets.ts';

const scrypted = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

/** Takes long on purpose: the database must not wait for it. */
function derive(password: string, salt: Buffer, length: number): Promise<Buffer> {
  assertOutsideTransaction('A password was hashed');
  return scrypted(password, salt, length);
}

export const newToken = (): string => randomBytes(24).toString('base64url');
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** `salt.hash`, by scrypt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password.normalize('NFC'), salt, 32)).toString('base64url')}`;
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('.');
  const wanted = Buffer.from(hash, 'base64url');
  const given = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), wanted.length);
  return timingSafeEqual(given, wanted);
}

/** Proves to later requests that the password was given; good until `until`, and for this password alone. */
export function makePass(secrets: Secrets, about: string, until: Date): string {
  const end = String(until.getTime());
  return `${end}.${sign(secrets.derive(purpose)[0]?.reveal() ?? '', about, end)}`;
}

export function isPass(secrets: Secrets, about: string, pass: string, now: Date): boolean {
  const [end = '', given = ''] = pass.split('.');
  if (!/^\d{1,15}$/.test(end) || Number(end) <= now.getTime()) return false;
  const bytes = Buffer.from(given);
  return secrets.derive(purpose).some((key) => {
    const wanted = Buffer.from(sign(key.reveal(), about, end));
    return wanted.length === bytes.length && timingSafeEqual(wanted, bytes);
  });
}

const purpose = 'shared pages';
const sign = (key: string, about: string, end: string) =>
  createHmac('sha256', key).update(`${about}\n${end}`).digest('base64url');
