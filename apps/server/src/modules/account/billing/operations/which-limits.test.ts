import type { LimitNumbers } from '@promptvault/contract/account/billing/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selfHosted } from './plan-limits.ts';
import { levelOf, placesOf, stepOver, windowsOf, withGrace } from './which-limits.ts';

const none: LimitNumbers = {
  runsAnHour: null,
  runsADay: null,
  runsAtOnce: null,
  uploadsAnHour: null,
  uploadsADay: null,
};
const rules = [
  { ...none, scope: 'person' as const, subject: '', runsAnHour: 50, runsAtOnce: 4 },
  { ...none, scope: 'person' as const, subject: 'ada', runsAnHour: 80 },
  { ...none, scope: 'connection' as const, subject: 'gpu', runsAtOnce: 2 },
  { ...none, scope: 'model' as const, subject: 'dear', runsADay: 10 },
];
const of = (userId: string | null, targets: { connectionId: string | null; model: string }[] = []) =>
  windowsOf(selfHosted, rules, { user: { userId, address: null }, targets, measures: ['run'] });
const limitOf = (windows: ReturnType<typeof of>, scope: string, window: string) =>
  windows.find((each) => each.scope === scope && each.window === window)?.limit;

describe('limits of a use', () => {
  it('are of one person before each person, and of those before the plan', () => {
    expect(limitOf(of('ada'), 'person', 'hour')).toBe(80);
    expect(limitOf(of('mira'), 'person', 'hour')).toBe(50);
    expect(limitOf(of('mira'), 'person', 'day')).toBe(selfHosted.person.runsADay);
    expect(of(null).map(({ scope }) => scope)).toEqual(['organization', 'organization']);
  });

  it('count a model or connection only where somebody limits it, and once however often it is run', () => {
    const targets = [
      { connectionId: 'gpu', model: 'dear' },
      { connectionId: 'gpu', model: 'dear' },
      { connectionId: null, model: 'echo' },
    ];
    expect(of(null, targets).filter(({ scope }) => scope !== 'organization')).toEqual([
      { scope: 'model', subject: 'dear', measure: 'run', window: 'day', limit: 10 },
    ]);
  });

  it('say how many runs go on at once', () => {
    const places = placesOf(
      selfHosted,
      rules,
      { userId: 'ada', address: null },
      { connectionId: 'gpu', model: 'x' },
    );
    expect(places.map(({ scope, limit }) => [scope, limit])).toEqual([
      ['organization', 400],
      ['person', 4],
      ['connection', 2],
    ]);
  });

  it('let a twentieth of runs through above them, and no upload', () => {
    expect([20, 100, 19, 0].map((limit) => withGrace({ measure: 'run', limit }))).toEqual([21, 105, 19, 0]);
    expect(withGrace({ measure: 'upload', limit: 100 })).toBe(100);
  });

  it('tell of 80 and 90 % when use comes there, and of the higher where it jumps over both', () => {
    expect([stepOver(10, 7, 8), stepOver(10, 8, 9), stepOver(10, 0, 10), stepOver(10, 9, 10)]).toEqual([
      80,
      90,
      90,
      undefined,
    ]);
    expect([levelOf(10, 7), levelOf(10, 8), levelOf(10, 9), levelOf(10, 10), levelOf(0, 0)]).toEqual([
      'ok',
      'near',
      'close',
      'full',
      'full',
    ]);
  });

  it('tell of each step exactly once while use only grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 80 }),
        (limit, costs) => {
          const told: number[] = [];
          let used = 0;
          for (const cost of costs) {
            const step = stepOver(limit, used, used + cost);
            used += cost;
            if (step) told.push(step);
          }
          expect(told).toEqual([...new Set(told)].toSorted());
          expect(told.includes(90)).toBe(used * 100 >= limit * 90);
          if (used * 100 >= limit * 80) expect(told.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
