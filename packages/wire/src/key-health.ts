/**
 * A circuit breaker for each key: a provider that fails again and again is left alone for a while, by every process
 * alike. What is known of a key stands in a `HealthStore`; each process remembers all of it and is told what others
 * wrote, so that calls with a key in good health ask nobody.
 */
import type { Clock } from './clock.ts';
import type { HealthStore } from './health-store.ts';
import type { ModelError } from './model-event.ts';

export type KeyState = 'closed' | 'open' | 'half_open';

/** What is known of one key at its provider. */
export type KeyHealth = {
  /** closed: calls go out. open: none does until `until`. half_open: one goes out to try. */
  state: KeyState;
  /** Failures one after the other. */
  failures: number;
  until: Date | null;
  /** Half open, and the one call is out: all others are refused until it ends. */
  isTried: boolean;
  /** To the minute. */
  lastSuccessAt: Date | null;
  lastFailure: { code: ModelError['code']; message: string; at: Date } | null;
};

/** None of them throws: where the store cannot be asked, the call goes out. */
export type HealthBook = {
  /** Undefined when the call may go out; otherwise why not, and for how long. */
  refusal(key: string): Promise<ModelError | undefined>;
  succeeded(key: string): Promise<void>;
  failed(key: string, error: ModelError): Promise<void>;
  /** The call ended without saying anything about the provider: it was stopped. */
  left(key: string): Promise<void>;
  /** The key or address was changed, or has just been tested: what was known counts no longer. */
  forget(key: string): Promise<void>;
  healthOf(key: string): KeyHealth | undefined;
  /** Others wrote of these keys: it is asked for. */
  hear(keys: readonly string[]): void;
  /** Reads whatever is known: at the start, and when something others wrote may not have been heard. */
  load(): Promise<void>;
};

/** As it stands in the store; times are milliseconds since 1970. */
type Entry = {
  failures: number;
  /** How often it opened in a row; each time it rests longer. */
  openings: number;
  openUntil: number | null;
  /** One call is out to try. Its process may die: then another may go after this. */
  trialUntil: number | null;
  lastSuccessAt: number | null;
  lastFailure: { code: ModelError['code']; message: string; at: number } | null;
};

const failuresToOpen = 5;
const firstRestMs = 15_000;
const longestRestMs = 300_000;
const longestTrialMs = 60_000;
/** How exactly the last success is told where nothing else changes. */
const successStepMs = 60_000;
const mostTurns = 20;
const mostRemembered = 10_000;

/** What a provider says of the request, not of itself or the key. */
const ofTheRequest = new Set<ModelError['code']>(['model.refused_request', 'model.not_found']);

const unknown: Entry = {
  failures: 0,
  openings: 0,
  openUntil: null,
  trialUntil: null,
  lastSuccessAt: null,
  lastFailure: null,
};

export type HealthPorts = {
  clock: Clock;
  store: HealthStore;
  /** Tells other processes what was written anew; without it there are none. */
  tell?: (key: string) => Promise<void>;
  warn?: (message: string, error: unknown) => void;
};

export function createHealthBook({ clock, store, tell, warn }: HealthPorts): HealthBook {
  /** What stands in the store, as far as we know; a key of which nothing is known is not there. */
  const remembered = new Map<string, string>();
  /** Rises with whatever is written, here or elsewhere: what was asked for before may be old when it comes. */
  let turn = 0;
  const now = () => clock.now().getTime();

  const remember = (key: string, text: string | undefined) => {
    remembered.delete(key);
    const oldest = remembered.size >= mostRemembered ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    if (text !== undefined) remembered.set(key, text);
  };

  const refresh = async (key: string): Promise<void> => {
    for (let times = 0; times < mostTurns; times++) {
      const asOf = turn;
      const text = await store.read(key);
      remember(key, text);
      if (asOf === turn) return;
    }
  };

  /** Changes what stands there, however many want to at once. `change` gives back the same where there is nothing to do. */
  async function write(key: string, change: (entry: Entry) => Entry): Promise<void> {
    for (let times = 0; times < mostTurns; times++) {
      const before = times === 0 ? remembered.get(key) : await store.read(key);
      const entry = parse(before) ?? unknown;
      const text = JSON.stringify(change(entry));
      if (text === JSON.stringify(entry)) {
        if (times > 0) remember(key, before);
        return;
      }
      const asOf = turn;
      if (!(await store.swap(key, before, text))) continue;
      // Another may have written after us, and told so before we were through.
      if (asOf === turn) remember(key, text);
      else await refresh(key);
      turn += 1;
      await tell?.(key);
      return;
    }
  }

  const guard = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      warn?.('the health of a key could not be asked or told', error);
    }
  };

  const succeeded = (key: string) => guard(() => write(key, (entry) => afterSuccess(entry, now())));

  return {
    async refusal(key) {
      let refused: ModelError | undefined;
      const entry = parse(remembered.get(key));
      if (!entry || entry.openUntil === null) return undefined;
      await guard(() =>
        write(key, (current) => {
          const at = now();
          refused = refusalOf(current, at);
          if (refused || current.openUntil === null) return current;
          return { ...current, trialUntil: at + longestTrialMs };
        }),
      );
      return refused;
    },
    succeeded,
    failed: (key, error) =>
      ofTheRequest.has(error.code)
        ? succeeded(key)
        : guard(() => write(key, (entry) => afterFailure(entry, error, now()))),
    left: (key) => guard(() => write(key, (entry) => ({ ...entry, trialUntil: null }))),
    forget: (key) =>
      guard(async () => {
        await store.delete(key);
        turn += 1;
        remember(key, undefined);
        await tell?.(key);
      }),
    healthOf(key) {
      const entry = parse(remembered.get(key));
      return entry && healthAt(entry, now());
    },
    hear(keys) {
      turn += 1;
      for (const key of keys) void guard(() => refresh(key));
    },
    load: () =>
      guard(async () => {
        turn += 1;
        const stored = await store.all();
        remembered.clear();
        for (const [key, text] of stored)
          if (isForgotten(text, now())) await store.delete(key);
          else remember(key, text);
      }),
  };
}

/** Of a key that nobody called for so long nothing is known; its connection may be gone. */
const keptMs = 7 * 24 * 60 * 60_000;

function isForgotten(text: string, at: number): boolean {
  const { lastSuccessAt, lastFailure } = parse(text) ?? unknown;
  return Math.max(lastSuccessAt ?? 0, lastFailure?.at ?? 0) < at - keptMs;
}

function parse(text: string | undefined): Entry | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Entry);
}

function afterSuccess(entry: Entry, at: number): Entry {
  const isWell = entry.failures === 0 && entry.openUntil === null && entry.openings === 0;
  if (isWell && entry.lastSuccessAt !== null && at - entry.lastSuccessAt < successStepMs) return entry;
  return { ...unknown, lastSuccessAt: at, lastFailure: entry.lastFailure };
}

function afterFailure(entry: Entry, { code, message, retryAfterMs = 0 }: ModelError, at: number): Entry {
  const failures = entry.failures + 1;
  const next = { ...entry, failures, lastFailure: { code, message, at } };
  if (entry.trialUntil === null && failures < failuresToOpen) return next;
  const rest = Math.min(longestRestMs, firstRestMs * 2 ** entry.openings);
  const openUntil = at + Math.max(rest, Math.min(retryAfterMs, longestRestMs));
  return { ...next, openings: entry.openings + 1, openUntil, trialUntil: null };
}

function refusalOf(entry: Entry, at: number): ModelError | undefined {
  if (entry.openUntil === null) return undefined;
  const left = entry.openUntil - at;
  return left <= 0 && !isTriedAt(entry, at) ? undefined : resting(entry, Math.max(left, 1_000));
}

const isTriedAt = ({ trialUntil }: Entry, at: number) => trialUntil !== null && trialUntil > at;

function healthAt(entry: Entry, at: number): KeyHealth {
  const { failures, openUntil, lastSuccessAt, lastFailure } = entry;
  const left = openUntil === null ? undefined : openUntil - at;
  return {
    state: left === undefined ? 'closed' : left > 0 ? 'open' : 'half_open',
    failures,
    until: openUntil !== null && openUntil > at ? new Date(openUntil) : null,
    isTried: isTriedAt(entry, at),
    lastSuccessAt: lastSuccessAt === null ? null : new Date(lastSuccessAt),
    lastFailure: lastFailure && { ...lastFailure, at: new Date(lastFailure.at) },
  };
}

function resting({ failures, lastFailure }: Entry, left: number): ModelError {
  const seconds = Math.ceil(left / 1_000);
  return {
    code: 'model.resting',
    message: `This connection failed ${failures} times in a row and is left alone for ${seconds} s. Last: ${lastFailure?.message ?? ''}`,
    retryable: true,
    retryAfterMs: Math.round(left),
  };
}
