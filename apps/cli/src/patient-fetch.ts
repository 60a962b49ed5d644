import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.ts';

export interface Patience {
  /** How long a server that does not answer is asked again, in ms. */
  forMs: number;
  /** Told once each time the answers stay away, and once when they are back. */
  tell(sentence: string): void;
  signal?: AbortSignal;
}

const longestAnswerMs = 60_000;
/** Refused for now, and not for what was asked. */
const later = new Set([429, 502, 503, 504]);

/**
 * Asks again while a server does not answer. Only for what may be asked twice: reads, calls with an idempotency
 * key, and stopping. @throws Failure when the patience is over
 */
export function patientFetch(patience: Patience): (request: Request) => Promise<Response> {
  return async (request) => {
    const from = Date.now();
    let waits = 0;
    for (;;) {
      const asked = request.clone();
      const outcome = await fetch(asked, { signal: signalOf(patience) }).catch((error: unknown) =>
        reasonOf(error),
      );
      if (typeof outcome !== 'string' && !later.has(outcome.status)) {
        if (waits > 0) patience.tell('The server answers again.');
        return outcome;
      }
      patience.signal?.throwIfAborted();
      const pause = typeof outcome === 'string' ? 0 : retryAfterMs(outcome);
      const wait = Math.max(pause, Math.min(5_000, 250 * 2 ** waits));
      if (Date.now() - from + wait > patience.forMs) {
        if (typeof outcome !== 'string') return outcome;
        throw new Failure(`${new URL(request.url).origin} does not answer: ${outcome}`);
      }
      if (waits === 0)
        patience.tell(
          typeof outcome === 'string'
            ? `The server does not answer (${outcome}); asking again.`
            : `The server asks to wait (${outcome.status}); asking again.`,
        );
      waits += 1;
      await sleep(wait, undefined, patience.signal ? { signal: patience.signal } : {});
    }
  };
}

const signalOf = ({ signal }: Patience): AbortSignal => {
  const limit = AbortSignal.timeout(longestAnswerMs);
  return signal ? AbortSignal.any([signal, limit]) : limit;
};

function retryAfterMs({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) * 1_000 : 0;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'no reason is known';
  if (cause.name === 'TimeoutError') return 'it took too long';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message || cause.name;
  return words[code] ?? code;
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was lost',
  UND_ERR_SOCKET: 'the connection was lost',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it took too long',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is its own',
};
