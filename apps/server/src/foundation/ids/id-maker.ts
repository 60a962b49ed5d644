import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Makes the ids of rows: uuid v7, so that they sort by the time they were made. */
export type IdMaker = () => string;

/** Ids from a clock and a source of bytes, for code and tests that must be repeatable. */
export function createIdMaker(now: () => number, randomBytes: (size: number) => Uint8Array): IdMaker {
  let last = 0;
  let sequence = 0;
  return () => {
    const time = now();
    const random = randomBytes(16);
    // Within one millisecond, or when the clock steps back, the sequence keeps the order.
    if (time > last) {
      last = time;
      // Half of its room is left to count in.
      sequence = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 2;
    } else sequence += 1;
    return v7({ msecs: last, seq: sequence, random });
  };
}

/** Asking for random bytes costs far more than getting them. */
const bytesAtOnce = 4_096;

function createRandomBytes(): (size: number) => Uint8Array {
  const pool = new Uint8Array(bytesAtOnce);
  let used = bytesAtOnce;
  return (size) => {
    if (used + size > bytesAtOnce) {
      randomFillSync(pool);
      used = 0;
    }
    used += size;
    return pool.subarray(used - size, used);
  };
}

export const makeId: IdMaker = createIdMaker(Date.now, createRandomBytes());

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is an id in the one form we make: a lower-case uuid v7. */
export function isId(value: string): boolean {
  return idPattern.test(value);
}
