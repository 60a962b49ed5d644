/** Sends a message to a browser, through the push service its maker runs. */
export interface Push {
  /** False where whoever runs the instance forbade it. */
  readonly offered: boolean;
  /** A new pair of keys, with which a browser knows its sender (VAPID, RFC 8292). */
  makeKeys(): PushKeys;
  /** What is wrong with what a browser gave us, as a sentence; undefined when it can be used. */
  refusal(target: PushTarget): string | undefined;
  /** One attempt; never throws. */
  send(message: PushMessage): Promise<PushOutcome>;
}

/** Both as base64url: the public one as the 65 bytes browsers take, the private one as PKCS #8. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** A subscription as a browser gives it (`PushSubscription.toJSON()`): an address and two keys, in base64url. */
export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushMessage {
  target: PushTarget;
  keys: PushKeys;
  /** At most `mostPushBytes` of UTF-8. */
  text: string;
  /** Seconds the push service keeps it for a browser that is away. */
  lifetime: number;
  /** A later message of the same topic replaces one that was not delivered yet. */
  topic: string;
}

/**
 * gone: the browser is not subscribed any more. later: surely not taken; `afterMs` when the service said how long to
 * wait. never: refused for good. unknown: it may have been taken.
 */
export type PushOutcome =
  | { kind: 'sent' }
  | { kind: 'gone' }
  | { kind: 'later'; afterMs: number | undefined; reason: string }
  | { kind: 'never' | 'unknown'; reason: string };

/** What push services take at least, less what encryption adds (RFC 8291). */
export const mostPushBytes = 3_993;
