/**
 * Sealed values: AES-256-GCM under a master key that never enters the database. A sealed text is
 * `v1.<key id>.<nonce>.<ciphertext and tag>`, bound to its context (`provider_connection:<id>`): moved to
 * another row it does not open. Several keys may be known; the newest writes, all open.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { defineErrors } from '@promptvault/contract/errors';
import type { MasterKey } from './master-key.ts';
import { Secret } from './secret.ts';

export const SecretError = defineErrors('secret', {
  key_missing: {
    status: 500,
    message: (p: { keyId: string }) =>
      `A stored secret was sealed with the master key ${p.keyId}, which this server does not have. Give the key back to the server, or enter the secret again.`,
  },
  damaged: {
    status: 500,
    message: () =>
      'A stored secret could not be opened: it was changed, or it belongs to another place. Enter it again.',
  },
});

export interface Secrets {
  seal(plaintext: string, context: string): string;
  /** @throws secret.key_missing, secret.damaged */
  open(sealed: string, context: string): string;
  /** The same secret under the newest key; the same text if it is that already. */
  reseal(sealed: string, context: string): string;
  isNewest(sealed: string): boolean;
  /** Names the key that seals now; the second part of what it sealed. */
  readonly newestKeyId: string;
  /** Keys for another purpose (signing cookies), newest first, none of which reveals a master key. */
  derive(purpose: string): Secret[];
}

const nonceBytes = 12;
const tagBytes = 16;

/** @param keys oldest first, at least one */
export function createSecrets(keys: readonly MasterKey[]): Secrets {
  const newest = keys.at(-1);
  if (!newest) throw new Error('At least one master key is needed.');
  const byId = new Map(keys.map((key) => [key.id, key]));

  const seal = (plaintext: string, context: string) => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', newest.bytes(), nonce);
    cipher.setAAD(boundTo(newest.id, context));
    const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return ['v1', newest.id, nonce.toString('base64url'), body.toString('base64url')].join('.');
  };

  const open = (sealed: string, context: string) => {
    const [version, keyId = '', nonceText = '', bodyText = '', ...more] = sealed.split('.');
    const nonce = Buffer.from(nonceText, 'base64url');
    const body = Buffer.from(bodyText, 'base64url');
    if (version !== 'v1' || more.length > 0 || nonce.length !== nonceBytes || body.length < tagBytes)
      throw SecretError.damaged();
    const key = byId.get(keyId);
    if (!key) throw SecretError.key_missing({ keyId: keyId.slice(0, 16) });
    const decipher = createDecipheriv('aes-256-gcm', key.bytes(), nonce, { authTagLength: tagBytes });
    decipher.setAAD(boundTo(keyId, context));
    decipher.setAuthTag(body.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw SecretError.damaged().because(cause);
    }
  };

  const isNewest = (sealed: string) => sealed.startsWith(`v1.${newest.id}.`);
  return {
    seal,
    open,
    isNewest,
    newestKeyId: newest.id,
    reseal: (sealed, context) => (isNewest(sealed) ? sealed : seal(open(sealed, context), context)),
    derive: (purpose) =>
      keys
        .map((key) => hkdfSync('sha256', key.bytes(), '', `promptvault ${purpose}`, 32))
        .map((bytes) => new Secret(Buffer.from(bytes).toString('base64url')))
        .reverse(),
  };
}

function boundTo(keyId: string, context: string): Buffer {
  return Buffer.from(`v1\n${keyId}\n${context}`, 'utf8');
}
