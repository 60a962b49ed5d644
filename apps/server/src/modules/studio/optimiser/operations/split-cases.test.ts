import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldOutOf } from './split-cases.ts';

it('keeps the wanted share, the same whatever the order, and always shows a case', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uuid(), { maxLength: 40 }),
      fc.double({ min: 0, max: 0.8, noNaN: true }),
      (ids, share) => {
        const held = heldOutOf(ids, share);
        expect([...heldOutOf([...ids].reverse(), share)].sort()).toEqual([...held].sort());
        if (ids.length > 0) expect(held.size).toBeLessThan(ids.length);
        if (ids.length > 1 && share > 0) expect(held.size).toBeGreaterThan(0);
      },
    ),
  );
  expect(heldOutOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], 0.3).size).toBe(3);
  expect(heldOutOf(['a', 'b'], 0).size).toBe(0);
});
