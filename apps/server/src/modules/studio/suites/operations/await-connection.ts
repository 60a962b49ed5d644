/** Work of many calls waits for a connection that is left alone after failures, in place of failing all that follows. */
import type { Ports } from '../../../../foundation/context/ctx.ts';

/** The code of a run whose connection was left alone: no provider was called. */
const restingCode = 'model.resting';
/** From when it is first waited for until it answers again. After that, what needs it fails at once. */
const longestWaitMs = 5 * 60_000;
const lookAgainMs = 500;
/** Whoever was let go first may never have called: then another goes. */
const longestTryMs = 30_000;

/** What one piece of work knows of the connections it waits for. */
export interface Patience {
  /**
   * Whether what failed is worth another call: waits until its connection may be called again. One of those that wait
   * goes first, and the others wait for what comes of it.
   */
  isWorthAgain(connectionId: string | null, code: string | undefined, signal: AbortSignal): Promise<boolean>;
  /** A call ended, well or not. */
  ended(connectionId: string | null, status: string): Promise<void>;
}

/** Ports as far as they are needed: what is known of a key, and time. */
type PatiencePorts = {
  llm: Pick<Ports['llm'], 'healthOf'>;
  clock: Pick<Ports['clock'], 'monotonic' | 'sleep'>;
  log: Pick<Ports['log'], 'warn'>;
};

/** `tell` hears which connections are waited for whenever that changes, one time after the other. */
export function createPatience(
  { llm, clock, log }: PatiencePorts,
  tell: (connectionIds: string[]) => Promise<void> = async () => undefined,
): Patience {
  const waitedFor = new Set<string>();
  let told = Promise.resolve();
  const say = (): Promise<void> => {
    const telling = told.then(() => tell([...waitedFor]));
    // The waiting does not depend on whether it is told.
    told = telling.catch((error: unknown) => log.warn('what a suite waits for could not be told', { error }));
    return told;
  };
  async function noLonger(connectionId: string): Promise<void> {
    if (waitedFor.delete(connectionId)) await say();
  }
  const since = new Map<string, number>();
  /** Who was let go, and until when the others wait for them. */
  const trying = new Map<string, number>();
  return {
    async isWorthAgain(connectionId, code, signal) {
      if (code !== restingCode || connectionId === null) return false;
      const began = since.get(connectionId) ?? clock.monotonic();
      since.set(connectionId, began);
      if (!waitedFor.has(connectionId) && clock.monotonic() - began < longestWaitMs) {
        waitedFor.add(connectionId);
        await say();
      }
      while (!signal.aborted && clock.monotonic() - began < longestWaitMs) {
        // Also before the first look: what is known of the connection may be a moment old.
        await clock.sleep(lookAgainMs, signal).catch(() => undefined);
        if (signal.aborted) break;
        const health = llm.healthOf(connectionId);
        // A key that is not taken is not taken later either.
        if (health?.lastFailure?.code === 'model.unauthorized' && health.state !== 'closed') break;
        if (!health || health.state === 'closed') return true;
        const isFree = health.state === 'half_open' && !health.isTried;
        const now = clock.monotonic();
        if (isFree && (trying.get(connectionId) ?? now) <= now) {
          trying.set(connectionId, now + longestTryMs);
          return true;
        }
      }
      await noLonger(connectionId);
      // Stopped meanwhile: whoever asked looks at the signal next.
      return signal.aborted;
    },
    async ended(connectionId, status) {
      if (connectionId === null) return;
      trying.delete(connectionId);
      if (status !== 'finished') return;
      since.delete(connectionId);
      await noLonger(connectionId);
    },
  };
}
