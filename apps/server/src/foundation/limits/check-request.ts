import type { PlaceLimit, TakeRequest } from './limits.ts';

const longestKey = 200;

/** Refuses what could only be a mistake in our own code, the same way for every adapter. */
export function checkTake({ key, limit, windowMs, cost = 1 }: TakeRequest): void {
  checkKey(key);
  checkCount('limit', limit);
  checkCount('cost', cost);
  if (!(Number.isInteger(windowMs) && windowMs >= 1))
    throw new RangeError('windowMs must be a whole number of milliseconds.');
}

export function checkTakeAll(requests: readonly TakeRequest[]): void {
  for (const request of requests) checkTake(request);
  if (new Set(requests.map(({ key }) => key)).size !== requests.length)
    throw new RangeError('A key stands twice among those taken together.');
}

export function checkPlaces(asked: readonly (readonly PlaceLimit[])[], ttlMs: number): void {
  for (const places of asked) {
    for (const { key, limit } of places) {
      checkKey(key);
      checkCount('limit', limit);
    }
    if (new Set(places.map(({ key }) => key)).size !== places.length)
      throw new RangeError('A key stands twice among the places of one lease.');
  }
  if (!(Number.isInteger(ttlMs) && ttlMs >= 1))
    throw new RangeError('ttlMs must be a whole number of milliseconds.');
}

function checkKey(key: string): void {
  if (key === '' || key.length > longestKey) throw new RangeError(`A key has 1 to ${longestKey} characters.`);
}

function checkCount(name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value < 2 ** 31))
    throw new RangeError(`${name} must be a whole number, not negative.`);
}
