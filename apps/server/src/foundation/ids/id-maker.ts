import { v7 } from 'uuid';

/** Makes the ids of rows: uuid v7, so that they sort by the time they were made. */
export type IdMaker = () => string;

export const makeId: IdMaker = () => v7();

/** Ids from a clock and a source of bytes, for code and tests that must be repeatable. */
export function createIdMaker(now: () => number, randomBytes: (size: number) => Uint8Array): IdMaker {
  let last = 0;
  let sequence = 0;
  return () => {
    const time = now();
    // Within one millisecond, or when the clock steps back, the sequence keeps the order.
    if (time > last) {
      last = time;
      sequence = 0;
    } else sequence += 1;
    return v7({ msecs: last, seq: sequence, random: randomBytes(16) });
  };
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is an id in the one form we make: a lower-case uuid v7. */
export function isId(value: string): boolean {
  return idPattern.test(value);
}
