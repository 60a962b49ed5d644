/** Encryption of push messages: RFC 8291, which is one record of `aes128gcm` (RFC 8188). */
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { PushTarget } from './push.ts';

const curve = 'prime256v1';
const recordSize = 4_096;
const lastRecord = 0x02;

/** What the RFC calls the sender's side; made anew for each message. */
interface Sender {
  salt: Buffer;
  privateKey?: Buffer;
}

const expand = (key: Buffer, salt: Buffer, info: Buffer, bytes: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));

/** The body of the request. `text` fits one record: the caller keeps to `mostPushBytes`. */
export function encryptPush(
  { p256dh, auth }: Pick<PushTarget, 'p256dh' | 'auth'>,
  text: Uint8Array,
  { salt, privateKey }: Sender = { salt: randomBytes(16) },
): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url');
  const pair = createECDH(curve);
  if (privateKey) pair.setPrivateKey(privateKey);
  else pair.generateKeys();
  const ours = pair.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const key = expand(pair.computeSecret(theirs), Buffer.from(auth, 'base64url'), info, 32);
  const contentKey = expand(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = expand(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce);
  const sealed = [cipher.update(Buffer.concat([text, Buffer.of(lastRecord)])), cipher.final()];
  const head = Buffer.alloc(21);
  salt.copy(head);
  head.writeUInt32BE(recordSize, 16);
  head.writeUInt8(ours.length, 20);
  return Buffer.concat([head, ours, ...sealed, cipher.getAuthTag()]);
}

/** Whether these are a point of the curve and a secret of 16 bytes, as a browser makes them. */
export function areBrowserKeys({ p256dh, auth }: Pick<PushTarget, 'p256dh' | 'auth'>): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65 || Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    const pair = createECDH(curve);
    pair.generateKeys();
    pair.computeSecret(point);
    return true;
  } catch {
    // What OpenSSL says of a point beside the curve differs from version to version.
    return false;
  }
}
