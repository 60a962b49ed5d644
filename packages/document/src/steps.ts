/** Work that takes long, in steps, so that whoever carries it out can let others go first between them. */
export type Steps<T> = Generator<undefined, T, undefined>;

export interface Pauses {
  /** Milliseconds of a clock that only goes on. */
  now: () => number;
  /** Lets others go first. Whatever it throws ends the work where it is. */
  giveWay: () => Promise<void>;
}

/** So long at a time, in milliseconds: half of what a screen takes to be drawn anew. */
export const sliceMs = 8;

/** Goes on until the slice is over. @returns the outcome, or undefined where there is more to do */
export function stepOn<T>(steps: Steps<T>, now: () => number): { outcome: T } | undefined {
  const until = now() + sliceMs;
  do {
    const step = steps.next();
    if (step.done) return { outcome: step.value };
  } while (now() < until);
  return undefined;
}

/** All of it, in slices. */
export async function carryOut<T>(steps: Steps<T>, { now, giveWay }: Pauses): Promise<T> {
  for (;;) {
    const done = stepOn(steps, now);
    if (done) return done.outcome;
    await giveWay();
  }
}
