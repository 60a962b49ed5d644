import type { PeriodKey } from '../repository.ts';

/** The day and the month of a moment, in UTC, always in this order: whoever locks both locks the day first. */
export function periodsOf(at: Date): [day: PeriodKey, month: PeriodKey] {
  const day = at.toISOString().slice(0, 10);
  return [
    { period: 'day', startsOn: day },
    { period: 'month', startsOn: `${day.slice(0, 7)}-01` },
  ];
}

/** The first moment after a period. */
export function endOf({ period, startsOn }: PeriodKey): Date {
  const end = new Date(`${startsOn}T00:00:00Z`);
  if (period === 'day') end.setUTCDate(end.getUTCDate() + 1);
  else end.setUTCMonth(end.getUTCMonth() + 1);
  return end;
}
