import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Slices } from './sliding-window.ts';

const trace = fc.array(fc.record({ wait: fc.nat(400), cost: fc.nat(4) }), { maxLength: 200 });

describe('the sliding window', () => {
  it('never lets more than the limit through in any stretch of the window', () => {
    fc.assert(
      fc.property(
        trace,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 1_000 }),
        (steps, limit, windowMs) => {
          let slices: Slices = [];
          let now = 1_000_000;
          const passed: { at: number; cost: number }[] = [];
          for (const { wait, cost } of steps) {
            now += wait;
            const decision = decide(slices, { limit, windowMs, cost, now });
            slices = decision.slices;
            if (decision.allowed) passed.push({ at: now, cost });
            const inWindow = passed.filter(({ at }) => at > now - windowMs);
            expect(inWindow.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(limit);
            expect(slices.length).toBeLessThanOrEqual(21);
          }
        },
      ),
    );
  });

  it('lets through at the promised time what it refused, and not a moment before', () => {
    fc.assert(
      fc.property(trace, fc.integer({ min: 4, max: 15 }), (steps, limit) => {
        let slices: Slices = [];
        let now = 1_000_000;
        for (const { wait, cost } of steps) {
          now += wait;
          const request = { limit, windowMs: 1_000, cost, now };
          const decision = decide(slices, request);
          slices = decision.slices;
          if (decision.allowed) continue;
          const promised = now + decision.retryAfterMs;
          expect(decide(slices, { ...request, now: promised }).allowed).toBe(true);
          expect(decide(slices, { ...request, now: promised - 1 }).allowed).toBe(false);
        }
      }),
    );
  });

  it('lets nothing more through when the clock steps back', () => {
    const full = decide([], { limit: 3, windowMs: 1_000, cost: 3, now: 10_000 });
    for (const now of [9_999, 9_500, 5_000])
      expect(decide(full.slices, { limit: 3, windowMs: 1_000, cost: 1, now })).toMatchObject({
        allowed: false,
      });
  });

  it('gives everything back a window and a twentieth after the last take', () => {
    const first = decide([], { limit: 3, windowMs: 1_000, cost: 3, now: 10_000 });
    expect(first).toMatchObject({ allowed: true, remaining: 0, resetAt: 11_050 });
    expect(decide(first.slices, { limit: 3, windowMs: 1_000, cost: 0, now: 11_050 }).remaining).toBe(3);
  });
});
