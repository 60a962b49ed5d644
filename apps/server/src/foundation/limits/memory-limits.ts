import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import { checkPlaces, checkTake, checkTakeAll } from './check-request.ts';
import type { Lease, Limits, PlaceLimit, TakeDecision, TakeRequest } from './limits.ts';
import { decide, type Slices } from './sliding-window.ts';

type Counter = { windowMs: number; slices: Slices; emptyAt: number };

/** Each new key looks at this many old ones, so that what expired is forgotten without a timer. */
const lookedAtPerKey = 3;

/**
 * Limits of one process. At most `mostKeys` keys are remembered: beyond that the one unused for longest is
 * forgotten, which can only ever allow too much, and only to somebody who commands that many keys.
 */
export function createMemoryLimits({
  clock,
  mostKeys = 100_000,
}: {
  clock: Clock;
  mostKeys?: number;
}): Limits & { size(): number } {
  const counters = new Map<string, Counter>();
  const places = new Map<string, Map<string, number>>();

  const forgetExpired = (now: number) => {
    let looked = 0;
    for (const [key, { emptyAt }] of counters) {
      if (looked++ >= lookedAtPerKey) break;
      if (emptyAt <= now || counters.size > mostKeys) counters.delete(key);
    }
  };

  const livePlaces = (key: string, now: number) => {
    const held = places.get(key) ?? new Map<string, number>();
    for (const [id, until] of held) if (until <= now) held.delete(id);
    if (held.size === 0) places.delete(key);
    return held;
  };

  const take = ({ key, limit, windowMs, cost = 1 }: TakeRequest): TakeDecision => {
    const now = clock.now().getTime();
    const known = counters.get(key);
    const before = known?.windowMs === windowMs ? known.slices : [];
    const { slices, resetAt, ...decision } = decide(before, { limit, windowMs, cost, now });
    // Put at the end again: the map's order is the order of last use.
    counters.delete(key);
    if (slices.length > 0) counters.set(key, { windowMs, slices, emptyAt: resetAt });
    forgetExpired(now);
    return { ...decision, resetAt: new Date(resetAt) };
  };

  const acquire = (asked: readonly PlaceLimit[], ttlMs: number): Lease | undefined => {
    const now = clock.now().getTime();
    if (!asked.every(({ key, limit }) => livePlaces(key, now).size < limit)) return undefined;
    const id = randomUUID();
    for (const { key } of asked) places.set(key, livePlaces(key, now).set(id, now + ttlMs));
    return { id, keys: asked.map(({ key }) => key) };
  };

  return {
    async take(request) {
      checkTake(request);
      return take(request);
    },
    async takeAll(requests) {
      checkTakeAll(requests);
      const fits = requests.map((request) => take({ ...request, cost: 0 }).remaining >= (request.cost ?? 1));
      const allowed = !fits.includes(false);
      // Who is refused is refused again, and takes nothing; the others only look.
      const decisions = requests.map((request, index) =>
        take(allowed || !fits[index] ? request : { ...request, cost: 0 }),
      );
      return { allowed, decisions };
    },
    async reset(key) {
      counters.delete(key);
    },
    async acquire(asked, ttlMs, tx) {
      checkPlaces(asked, ttlMs);
      return asked.map((each) => (tx ? undefined : acquire(each, ttlMs)));
    },
    async renew({ keys, id }, ttlMs) {
      const now = clock.now().getTime();
      if (!keys.every((key) => livePlaces(key, now).has(id))) return false;
      for (const key of keys) places.get(key)?.set(id, now + ttlMs);
      return true;
    },
    async release({ keys, id }) {
      for (const key of keys) {
        const held = places.get(key);
        held?.delete(id);
        if (held?.size === 0) places.delete(key);
      }
    },
    async close() {},
    size: () => counters.size + places.size,
  };
}
