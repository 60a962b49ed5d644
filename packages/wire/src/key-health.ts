import type { Clock } from './clock.ts';
import type { ModelError } from './model-event.ts';

export type KeyState = 'closed' | 'open' | 'half_open';

/** What this process knows of one key at its provider. */
export type KeyHealth = {
  /** closed: calls go out. open: none does until `until`. half_open: one goes out to try. */
  state: KeyState;
  /** Failures one after the other. */
  failures: number;
  until: Date | null;
  lastSuccessAt: Date | null;
  lastFailure: { code: ModelError['code']; message: string; at: Date } | null;
};

/** A circuit breaker for each key: a provider that fails again and again is left alone for a while. */
export type HealthBook = {
  /** Undefined when the call may go out; otherwise why not, and for how long. */
  refusal(key: string): ModelError | undefined;
  succeeded(key: string): void;
  failed(key: string, error: ModelError): void;
  /** The call ended without saying anything about the provider: it was stopped. */
  left(key: string): void;
  /** The key or address was changed, or has just been tested: what was known counts no longer. */
  forget(key: string): void;
  healthOf(key: string): KeyHealth | undefined;
};

type Entry = {
  failures: number;
  /** How often it opened in a row; each time it rests longer. */
  openings: number;
  openUntil: number | undefined;
  trial: boolean;
  lastSuccessAt: Date | null;
  lastFailure: KeyHealth['lastFailure'];
};

const failuresToOpen = 5;
const firstRestMs = 15_000;
const longestRestMs = 300_000;
/** Keys of connections that are gone are forgotten in the end. */
const mostKeys = 10_000;

/** What a provider says of the request, not of itself or the key. */
const ofTheRequest = new Set<ModelError['code']>(['model.refused_request', 'model.not_found']);

export function createHealthBook(clock: Clock): HealthBook {
  const entries = new Map<string, Entry>();
  const entryOf = (key: string): Entry => {
    const found = entries.get(key);
    if (found) return found;
    const oldest = entries.size >= mostKeys ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    const made: Entry = {
      failures: 0,
      openings: 0,
      openUntil: undefined,
      trial: false,
      lastSuccessAt: null,
      lastFailure: null,
    };
    entries.set(key, made);
    return made;
  };

  const succeeded = (key: string) => {
    const entry = entryOf(key);
    Object.assign(entry, { failures: 0, openings: 0, openUntil: undefined, trial: false });
    entry.lastSuccessAt = clock.now();
  };

  return {
    refusal(key) {
      const entry = entries.get(key);
      if (entry?.openUntil === undefined) return undefined;
      const left = entry.openUntil - clock.monotonic();
      if (left <= 0 && !entry.trial) {
        entry.trial = true;
        return undefined;
      }
      return resting(entry, Math.max(left, 1_000));
    },
    succeeded,
    failed(key, error) {
      if (ofTheRequest.has(error.code)) return succeeded(key);
      const entry = entryOf(key);
      entry.failures += 1;
      entry.lastFailure = { code: error.code, message: error.message, at: clock.now() };
      if (!entry.trial && entry.failures < failuresToOpen) return;
      const rest = Math.min(longestRestMs, firstRestMs * 2 ** entry.openings);
      entry.openings += 1;
      entry.trial = false;
      entry.openUntil = clock.monotonic() + Math.max(rest, Math.min(error.retryAfterMs ?? 0, longestRestMs));
    },
    left(key) {
      const entry = entries.get(key);
      if (entry) entry.trial = false;
    },
    forget: (key) => void entries.delete(key),
    healthOf(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      const left = entry.openUntil === undefined ? undefined : entry.openUntil - clock.monotonic();
      const state = left === undefined ? 'closed' : left > 0 ? 'open' : 'half_open';
      return {
        state,
        failures: entry.failures,
        until: left !== undefined && left > 0 ? new Date(clock.now().getTime() + left) : null,
        lastSuccessAt: entry.lastSuccessAt,
        lastFailure: entry.lastFailure,
      };
    },
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
