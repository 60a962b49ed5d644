import { expect, it } from 'vitest';
import { daysLeft } from './days-left.ts';

const deletedAt = '2026-11-01T12:00:00.000Z';

it.each([
  ['2026-11-01T12:00:00.000Z', 30],
  ['2026-11-01T13:00:00.000Z', 30],
  ['2026-11-02T12:00:01.000Z', 29],
  ['2026-11-30T13:00:00.000Z', 1],
  ['2026-12-05T00:00:00.000Z', 1],
])('at %s the rest is %i days', (now, days) => {
  expect(daysLeft(deletedAt, new Date(now))).toBe(days);
});
