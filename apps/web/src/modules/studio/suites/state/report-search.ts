import type { ItemShow } from '../api/suites.ts';

export const shows = [
  'passed',
  'failed',
  'error',
  'broken',
  'fixed',
  'unsteady',
  'slowest',
] as const satisfies readonly ItemShow[];

/** What the address says of a report: which items, and the one that is open. */
export type ReportSearch = { show?: ItemShow; lane?: number; q?: string; item?: number };

const whole = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 20_000
    ? value
    : undefined;

/** What it cannot mean is left out. */
export function readReportSearch(given: Record<string, unknown>): ReportSearch {
  const q = typeof given.q === 'number' ? String(given.q) : given.q;
  const read = {
    show: shows.find((each) => each === given.show),
    lane: whole(given.lane),
    q: typeof q === 'string' && q.trim() !== '' ? q.slice(0, 200) : undefined,
    item: whole(given.item),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
