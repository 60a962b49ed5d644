import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import { assertOutsideTransaction } from '../db/transaction-guard.ts';
import { AddressRefused } from '../llm/guarded-fetch.ts';
import { areBrowserKeys, encryptPush } from './encrypt-push.ts';
import { mostPushBytes, type Push, type PushOutcome, type PushTarget } from './push.ts';
import { makeVapidKeys, vapidHeader } from './vapid.ts';

export interface WebPushFacts {
  /** A guarded one: the address comes from a browser, and so from anybody. */
  fetch: typeof globalThis.fetch;
  clock: Clock;
  publicUrl: string;
  offered: boolean;
  /** A push service without TLS: for one on this machine, in tests. */
  plain?: boolean;
}

const longestAnswerMs = 15_000;
const longestAddress = 2_000;
/** Connections that surely carried nothing. */
const neverOpened = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export function createWebPush({ fetch, clock, publicUrl, offered, plain = false }: WebPushFacts): Push {
  const contact = publicUrl.startsWith('https:') ? publicUrl : 'mailto:promptvault@localhost';

  function refusal({ endpoint, p256dh, auth }: PushTarget): string | undefined {
    const url = endpoint.length <= longestAddress && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    const fine = url && (url.protocol === 'https:' || (plain && url.protocol === 'http:'));
    if (!fine || url.username || url.password) return 'The address of a push service starts with https://.';
    return areBrowserKeys({ p256dh, auth }) ? undefined : 'These are not the keys of a browser.';
  }

  return {
    offered,
    makeKeys: makeVapidKeys,
    refusal,
    async send({ target, keys, text, lifetime, topic }) {
      assertOutsideTransaction('A push message was sent');
      const bytes = Buffer.from(text);
      const wrong = refusal(target);
      if (wrong || bytes.length > mostPushBytes)
        return { kind: 'never', reason: wrong ?? 'The message is too long.' };
      try {
        const answer = await fetch(target.endpoint, {
          method: 'POST',
          headers: {
            authorization: vapidHeader(keys, target.endpoint, contact, clock.now()),
            'content-type': 'application/octet-stream',
            'content-encoding': 'aes128gcm',
            ttl: String(lifetime),
            urgency: 'normal',
            topic: createHash('sha256').update(topic).digest('base64url').slice(0, 32),
          },
          body: new Uint8Array(encryptPush(target, bytes)),
          signal: AbortSignal.timeout(longestAnswerMs),
        });
        await answer.body?.cancel();
        return outcomeOf(answer, clock.now());
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function outcomeOf({ status, ok, headers }: Response, now: Date): PushOutcome {
  if (ok) return { kind: 'sent' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const reason = `The push service answered ${status}.`;
  if (status === 429 || status === 408 || status >= 500)
    return { kind: 'later', afterMs: pauseOf(headers.get('retry-after'), now), reason };
  return { kind: 'never', reason };
}

/** Retry-After: seconds, or a date. */
function pauseOf(value: string | null, now: Date): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

function faultOf(error: unknown): PushOutcome {
  const reason = error instanceof Error ? error.message.slice(0, 200) : 'The push service was not reached.';
  if (error instanceof AddressRefused) return { kind: 'never', reason };
  const code = (error as { code?: string } | undefined)?.code ?? '';
  return neverOpened.has(code) ? { kind: 'later', afterMs: undefined, reason } : { kind: 'unknown', reason };
}
