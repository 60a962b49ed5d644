/**
 * A circuit breaker for each key: a provider that fails again and again is left alone for a while, by every process
 * alike. What is known of a key stands in a `HealthStore`; a process remembers what it read there and is told what
 * others wrote, so that calls with a key in good health ask nobody.
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
  healthOf(key: string): Promise<KeyHealth | undefined>;
  /** What others wrote of these keys, or of any, is asked for anew. */
  hear(keys: readonly string[] | 'any'): void;
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
  /** What stood in the store when we last read or wrote it; `undefined` is a key of which nothing is known. */
  const remembered = new Map<string, string | undefined>();
  /** How often others were heard: what was asked for before that may be old when it comes. */
  let heard = 0;
  const now = () => clock.now().getTime();

  const remember = (key: string, text: string | undefined, asOf = heard) => {
    remembered.delete(key);
    if (asOf !== heard) return text;
    const oldest = remembered.size >= mostRemembered ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(key, text);
    return text;
  };

  const read = async (key: string): Promise<string | undefined> => {
    const asOf = heard;
    return remember(key, await store.read(key), asOf);
  };

  const known = async (key: string): Promise<Entry | undefined> =>
    parse(remembered.has(key) ? remembered.get(key) : await read(key));

  /** Changes what stands there, however many want to at once. `change` gives back the same where there is nothing to do. */
  async function write(key: string, change: (entry: Entry) => Entry): Promise<void> {
    for (let turn = 0; turn < mostTurns; turn++) {
      const before = turn === 0 && remembered.has(key) ? remembered.get(key) : await read(key);
      const entry = parse(before) ?? unknown;
      const next = change(entry);
      const text = JSON.stringify(next);
      if (text === JSON.stringify(entry)) return;
      const asOf = heard;
      if (!(await store.swap(key, before, text))) continue;
      remember(key, text, asOf);
      await tell?.(key);
      return;
    }
  }

  const guard = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      warn?.('the health of a key could not be asked or told', error);
      return undefined;
    }
  };

  const succeeded = (key: string) => guard(() => write(key, (entry) => afterSuccess(entry, now())));

  return {
    refusal: (key) =>
      guard(async () => {
        const entry = await known(key);
        if (!entry || entry.openUntil === null) return undefined;
        let refused: ModelError | undefined;
        await write(key, (current) => {
          const at = now();
          refused = refusalOf(current, at);
          return refused || current.openUntil === null
            ? current
            : { ...current, trialUntil: at + longestTrialMs };
        });
        return refused;
      }),
    succeeded,
    failed: (key, error) =>
      ofTheRequest.has(error.code)
        ? succeeded(key)
        : guard(() => write(key, (entry) => afterFailure(entry, error, now()))),
    left: (key) => guard(() => write(key, (entry) => ({ ...entry, trialUntil: null }))),
    forget: async (key) => {
      await guard(async () => {
        await store.delete(key);
        remember(key, undefined);
        await tell?.(key);
      });
    },
    healthOf: (key) =>
      guard(async () => {
        const entry = await known(key);
        return entry && healthAt(entry, now());
      }),
    hear(keys) {
      heard += 1;
      if (keys === 'any') remembered.clear();
      else for (const key of keys) remembered.delete(key);
    },
  };
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
  const isTried = entry.trialUntil !== null && entry.trialUntil > at;
  return left <= 0 && !isTried ? undefined : resting(entry, Math.max(left, 1_000));
}

function healthAt({ failures, openUntil, lastSuccessAt, lastFailure }: Entry, at: number): KeyHealth {
  const left = openUntil === null ? undefined : openUntil - at;
  return {
    state: left === undefined ? 'closed' : left > 0 ? 'open' : 'half_open',
    failures,
    until: openUntil !== null && openUntil > at ? new Date(openUntil) : null,
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
