import { expect, it } from 'vitest';
import { endOf, periodsOf } from './periods.ts';

it.each([
  ['2026-11-27T23:59:59.999Z', '2026-11-27', '2026-11-28', '2026-11-01', '2026-12-01'],
  ['2026-12-31T00:00:00.000Z', '2026-12-31', '2027-01-01', '2026-12-01', '2027-01-01'],
  ['2028-02-29T12:00:00.000Z', '2028-02-29', '2028-03-01', '2028-02-01', '2028-03-01'],
])('finds the day and the month of %s', (at, day, dayEnd, month, monthEnd) => {
  const [first, second] = periodsOf(new Date(at));
  expect([first.startsOn, second.startsOn]).toEqual([day, month]);
  expect([first, second].map((key) => endOf(key).toISOString().slice(0, 10))).toEqual([dayEnd, monthEnd]);
});
