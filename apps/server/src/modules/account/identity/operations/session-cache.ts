/**
 * Sessions seen in the last minute, so that a request need not ask the database who it is. Whatever ends a
 * session says so on the bus, and every process forgets it at once; after a gap in the bus all are forgotten.
 */
import { createHash } from 'node:crypto';
import type { Bus } from '../../../../foundation/bus/bus.ts';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Credential } from '../../../../foundation/http/capabilities.ts';

/** Messages: [session id]. */
export const revokedTopic = 'session.revoked';

const lifetimeMs = 60_000;
const mostEntries = 20_000;

interface Entry {
  credential: Credential;
  until: number;
}

export interface SessionCache {
  find(cookies: string): Credential | undefined;
  /** @returns false when the session was ended meanwhile */
  keep(cookies: string, credential: Credential, expiresAt: Date): boolean;
  forget(sessionId: string): void;
}

function createSessionCache(bus: Bus, now: () => number): SessionCache {
  const entries = new Map<string, Entry>();
  const keyOf = (cookies: string) => createHash('sha256').update(cookies).digest('base64');
  /** Sessions that ended lately, so that a request which read one just before does not bring it back. */
  const ended = new Map<string, number>();
  const forget = (sessionId: string) => {
    const moment = now();
    for (const [id, until] of ended) {
      if (until > moment) break;
      ended.delete(id);
    }
    ended.set(sessionId, moment + lifetimeMs);
    for (const [key, entry] of entries) if (entry.credential.sessionId === sessionId) entries.delete(key);
  };
  bus.subscribe(revokedTopic, ([sessionId]) => {
    if (sessionId) forget(sessionId);
  });
  bus.onGap(() => entries.clear());
  return {
    find(cookies) {
      const key = keyOf(cookies);
      const entry = entries.get(key);
      if (entry && entry.until > now()) return entry.credential;
      entries.delete(key);
      return undefined;
    },
    keep(cookies, credential, expiresAt) {
      if (ended.has(credential.sessionId)) return false;
      if (entries.size >= mostEntries) entries.delete(entries.keys().next().value as string);
      const { headers: _renewed, ...lasting } = credential;
      entries.set(keyOf(cookies), {
        credential: lasting,
        until: Math.min(now() + lifetimeMs, expiresAt.getTime()),
      });
      return true;
    },
    forget,
  };
}

const caches = new WeakMap<Ports, SessionCache>();

export function sessionCacheOf(ports: Ports): SessionCache {
  let cache = caches.get(ports);
  if (!cache) {
    cache = createSessionCache(ports.bus, () => ports.clock.now().getTime());
    caches.set(ports, cache);
  }
  return cache;
}

/** Makes the end of sessions known here at once and to the other processes. */
export async function announceEnd(ports: Ports, sessionIds: readonly string[]): Promise<void> {
  for (const sessionId of sessionIds) {
    sessionCacheOf(ports).forget(sessionId);
    await ports.bus.publish(revokedTopic, [sessionId]);
  }
}
