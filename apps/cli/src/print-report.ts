import type { components } from '@promptvault/sdk';
import { drawTable } from './table.ts';
import { harmless, shorten, type Terminal } from './terminal.ts';

type Report = components['schemas']['SuiteReport'];
export type Item = components['schemas']['SuiteItem'];

const mostShown = 50;
const mostNamed = 10;

export const drawMoney = (microDollars: number): string =>
  `$${(microDollars / 1_000_000).toFixed(microDollars > 0 && microDollars < 10_000 ? 4 : 2)}`;
const percent = (rate: number | null): string => (rate === null ? '–' : `${Math.round(rate * 1_000) / 10} %`);
const count = (number: number | null): string => (number === null ? '–' : number.toLocaleString('en'));

/** Each lane as a row, what did not pass with its reason, and the verdict as the last line. */
export function printReport(
  terminal: Terminal,
  report: Report,
  missed: readonly Item[],
  address: string,
): void {
  const { out, paint } = terminal;
  out('');
  out(paint('bold', harmless(report.suiteName)));
  const heading = [
    'version and model',
    'passed',
    'failed',
    'errors',
    'rate',
    'broken',
    'fixed',
    'mean',
    'cost',
  ];
  const rows = report.lanes.map((lane) => [
    shorten(
      `v${lane.version} (${harmless(lane.from)}) · ${harmless(lane.model)}${settingsOf(lane.settings)}`,
      60,
    ),
    `${count(lane.passed)} of ${count(lane.total)}`,
    count(lane.failed),
    count(lane.errors),
    percent(lane.rate),
    count(lane.broken),
    count(lane.fixed),
    lane.meanLatencyMs === null ? '–' : `${(lane.meanLatencyMs / 1_000).toFixed(1)} s`,
    drawMoney(lane.microDollars),
  ]);
  for (const [index, line] of drawTable(heading, rows).entries())
    out(index === 0 ? paint('dim', line) : line);
  if (missed.length > 0) {
    out('');
    for (const item of missed.slice(0, mostShown)) out(`${paint('red', '✗')} ${lineOf(item, report)}`);
    const rest = report.failed + report.errors - Math.min(missed.length, mostShown);
    if (rest > 0) out(paint('dim', `  … and ${count(rest)} more`));
  }
  const removed = report.removed?.total ?? 0;
  if (removed > 0) {
    const names = report.removed?.cases
      .slice(0, mostNamed)
      .map(({ caseName }) => shorten(harmless(caseName), 80));
    const rest = removed - Math.min(removed, mostNamed);
    out('');
    out(
      paint(
        'dim',
        `gone since the run before: ${names?.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`,
      ),
    );
  }
  out('');
  const verdict = report.isGreen
    ? paint('green', '✓ passed')
    : paint('red', `✗ ${report.status === 'finished' ? 'not passed' : report.status}`);
  const judged = report.passed + report.failed + report.errors;
  const shares = `${count(report.passed)} of ${count(judged)} judged${report.waiting > 0 ? `, ${count(report.waiting)} not run` : ''}${report.reused > 0 ? `, ${count(report.reused)} answers used again` : ''}`;
  out(
    `${verdict}: ${shares}, ${drawMoney(report.microDollars)}${report.reason === null ? '' : `. ${harmless(report.reason)}`}`,
  );
  out(paint('dim', address));
}

function settingsOf(settings: Report['lanes'][number]['settings']): string {
  const given = Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`);
  return given.length === 0 ? '' : ` · ${harmless(given.join(', '))}`;
}

function lineOf(item: Item, { lanes }: Report): string {
  const lane = lanes[item.lane];
  const place = lanes.length > 1 && lane ? ` [v${lane.version} · ${harmless(lane.model)}]` : '';
  const was = item.before === 'passed' ? ' (passed before)' : '';
  const lost =
    item.results.find(({ status, required }) => status !== 'passed' && required) ??
    item.results.find(({ status }) => status !== 'passed');
  const reason = item.reason ?? lost?.reason ?? '';
  return `${shorten(harmless(item.caseName), 80)}${place}${was}: ${shorten(harmless(reason), 200)}`;
}
