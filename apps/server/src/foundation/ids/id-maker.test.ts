import { describe, expect, it } from 'vitest';
import { createIdMaker, isId, makeId } from './id-maker.ts';

describe('ids', () => {
  it('sort in the order they were made', () => {
    const ids = Array.from({ length: 2_000 }, makeId);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every(isId)).toBe(true);
  });

  it('repeat from the same clock and bytes, and keep order when the clock steps back', () => {
    const times = [1_000, 1_000, 999, 1_001];
    const make = () => {
      const left = [...times];
      const id = createIdMaker(
        () => left.shift() ?? 0,
        (size) => new Uint8Array(size).fill(7),
      );
      return times.map(() => id());
    };
    expect(make()).toEqual(make());
    expect([...make()].sort()).toEqual(make());
    expect(new Set(make()).size).toBe(4);
  });

  it('knows an id from another text', () => {
    expect(isId('b2f1c1a0-0000-4000-8000-000000000000')).toBe(false);
    expect(isId('nope')).toBe(false);
  });
});
