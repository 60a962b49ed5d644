import type { Clock } from './clock.ts';

/**
 * Moments that come again and again, the same for all who wait: what many models say in between is read and told at one
 * time, with one timer, and to a tab that follows many of them in one write.
 */
export interface Beats {
  /** The first beat after the moment (of the monotonic clock), or undefined when it is past already. */
  after(moment: number): Promise<void> | undefined;
}

const beatsOfClock = new WeakMap<Clock, Beats>();

/** 20 a second: text that grows in such steps is seen to flow. */
export const beatMs = 50;

export function beatsOf(clock: Clock): Beats {
  const known = beatsOfClock.get(clock) ?? createBeats(clock);
  beatsOfClock.set(clock, known);
  return known;
}

function createBeats(clock: Clock): Beats {
  let next: { due: number; come: Promise<void> } | undefined;
  return {
    after(moment) {
      const due = (Math.floor(moment / beatMs) + 1) * beatMs;
      const pause = due - clock.monotonic();
      if (pause <= 0) return undefined;
      if (next?.due !== due) next = { due, come: clock.sleep(pause) };
      return next.come;
    },
  };
}
