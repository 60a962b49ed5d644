import { describe, expect, it } from 'vitest';
import { createMemoryBus } from '../../../../foundation/bus/memory-bus.ts';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Credential } from '../../../../foundation/http/capabilities.ts';
import { silentLog } from '../../../../foundation/log/log.ts';
import { announceEnd, sessionCacheOf } from './session-cache.ts';

const credential: Credential = { kind: 'session', userId: 'u', sessionId: 's', ambient: true };
const inAnHour = () => new Date(Date.now() + 3_600_000);

function open() {
  let now = Date.now();
  const clock = { now: () => new Date(now) };
  const ports = { bus: createMemoryBus({ log: silentLog }), clock } as unknown as Ports;
  return {
    ports,
    cache: sessionCacheOf(ports),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the cache of sessions', () => {
  it('remembers a session for a minute and never beyond its end', () => {
    const { cache, pass } = open();
    expect(cache.keep('a', credential, inAnHour())).toBe(true);
    cache.keep('b', credential, new Date(Date.now() + 5_000));
    expect(cache.find('a')).toEqual(credential);
    pass(6_000);
    expect([cache.find('a'), cache.find('b')]).toEqual([credential, undefined]);
    pass(60_000);
    expect(cache.find('a')).toBeUndefined();
  });

  it('does not take back a session that ended while a request was reading it', async () => {
    const { ports, cache, pass } = open();
    await announceEnd(ports, ['s']);
    expect(cache.keep('a', credential, inAnHour())).toBe(false);
    expect(cache.find('a')).toBeUndefined();
    pass(61_000);
    await announceEnd(ports, ['other']);
    expect(cache.keep('a', { ...credential, sessionId: 'later' }, inAnHour())).toBe(true);
  });
});
