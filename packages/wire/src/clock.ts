/** What a call needs of time. Durations are measured with `monotonic`, since times of day may step. */
export type Clock = {
  now(): Date;
  /** Milliseconds from an arbitrary start, never going back. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};
