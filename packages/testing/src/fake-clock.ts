/** A clock that moves only by `advance` and `set`. It has the shape of the server's Clock. */
export type FakeClock = {
  now(): Date;
  monotonic(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Moves on, waking sleepers in the order of their times and letting them run between. */
  advance(ms: number): Promise<void>;
  /** Sets the time of day, also backwards; sleepers and `monotonic` do not notice. */
  set(time: string | Date): void;
  /** How many sleeps are pending. */
  sleeping(): number;
};

type Sleeper = { at: number; wake: () => void };

export function fakeClock(start: string | Date = '2026-01-01T00:00:00.000Z'): FakeClock {
  let offset = new Date(start).getTime();
  let elapsed = 0;
  let sleepers: Sleeper[] = [];

  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        sleepers = sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const sleeper: Sleeper = { at: elapsed + Math.max(ms, 0), wake };
      sleepers.push(sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
    });

  const advance = async (ms: number) => {
    const end = elapsed + ms;
    await settle();
    for (;;) {
      const next = sleepers.reduce<Sleeper | undefined>(
        (first, sleeper) => (sleeper.at <= end && (!first || sleeper.at < first.at) ? sleeper : first),
        undefined,
      );
      if (!next) break;
      sleepers = sleepers.filter((sleeper) => sleeper !== next);
      elapsed = Math.max(elapsed, next.at);
      next.wake();
      await settle();
    }
    elapsed = end;
  };

  return {
    now: () => new Date(offset + elapsed),
    monotonic: () => elapsed,
    sleep,
    advance,
    set: (time) => {
      offset = new Date(time).getTime() - elapsed;
    },
    sleeping: () => sleepers.length,
  };
}

/** Runs every microtask that is ready, and what those make ready. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
