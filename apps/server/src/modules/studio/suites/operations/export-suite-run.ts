import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { fileStem } from '../../../../foundation/text/file-stem.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { type ComparedItem, listItemRows } from '../repository/suite-items.ts';
import type { Lane } from '../schema.ts';
import { toItem, toReport } from '../views.ts';
import { baselineOf, getSuiteRun } from './report-suite.ts';

export interface ExportedSuiteRun {
  fileName: string;
  mediaType: string;
  text: string;
}

/** Items that are in memory at a time: each has the reasons of all its assertions. */
const itemsAtOnce = 100;

/** The whole report in one file. */
export async function exportSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.read'>,
  { format }: { format: 'junit' | 'json' },
): Promise<ExportedSuiteRun> {
  const { run, suite } = opened;
  const stem = fileStem(suite.name, 'suite');
  if (format === 'junit') {
    const junit = createJUnit(suite.name, run.lanes);
    for await (const items of itemPages(ctx, run)) for (const item of items) junit.add(item);
    return { fileName: `${stem}.xml`, mediaType: 'application/xml', text: junit.text() };
  }
  const report = await toReport(await getSuiteRun(ctx, opened), ctx);
  const pages: string[] = [];
  for await (const items of itemPages(ctx, run))
    pages.push(items.map((item) => JSON.stringify(toItem(item))).join(',\n'));
  // The report is an object: before its last brace there is room for the items.
  const text = `${JSON.stringify(report, null, 2).slice(0, -2)},\n  "items": [\n${pages.join(',\n')}\n  ]\n}`;
  return { fileName: `${stem}.json`, mediaType: 'application/json', text };
}

async function* itemPages(ctx: Ctx, run: OpenedSuiteRun['run']): AsyncGenerator<ComparedItem[]> {
  const baseline = await baselineOf(ctx, run);
  for (let after = -1; ; ) {
    const filter = { show: 'all', after, limit: itemsAtOnce } as const;
    const items = await listItemRows(ctx, run.id, baseline, filter);
    if (items.length > 0) yield items;
    if (items.length < itemsAtOnce) return;
    after = items.at(-1)?.position ?? after;
  }
}

/** What XML 1.0 may not hold, not even escaped, is replaced. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const safe = (text: string) =>
  text.replace(forbidden, '\uFFFD').replace(/[&<>"\n\r\t]/g, (mark) => escapes[mark] as string);
const seconds = (ms: number | null) => ((ms ?? 0) / 1_000).toFixed(3);

type JUnitItem = Pick<
  ComparedItem,
  'lane' | 'caseName' | 'repetition' | 'status' | 'results' | 'reason' | 'excerpt' | 'latencyMs'
>;

export interface JUnit {
  add(item: JUnitItem): void;
  text(): string;
}

/** As readers of JUnit's format expect it: a suite for each lane, and in it a test for each item. */
export function createJUnit(name: string, lanes: readonly Pick<Lane, 'version' | 'model'>[]): JUnit {
  const suites = lanes.map(({ version, model }) => ({
    title: safe(`${name} · version ${version} · ${model}`),
    tests: [] as string[],
    counts: { failed: 0, error: 0, passed: 0, waiting: 0, running: 0 },
    ms: 0,
  }));
  return {
    add(item) {
      const suite = suites[item.lane];
      if (!suite) return;
      suite.tests.push(testOf(item, suite.title));
      suite.counts[item.status] += 1;
      suite.ms += item.latencyMs ?? 0;
    },
    text() {
      const all = suites.map(({ title, tests, counts, ms }) => {
        const { failed, error, waiting, running } = counts;
        return `<testsuite name="${title}" tests="${tests.length}" failures="${failed}" errors="${error}" skipped="${waiting + running}" time="${seconds(ms)}">\n${tests.join('')}</testsuite>\n`;
      });
      return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${safe(name)}">\n${all.join('')}</testsuites>\n`;
    },
  };
}

function testOf(
  { caseName, repetition, status, results, reason, excerpt, latencyMs }: JUnitItem,
  title: string,
): string {
  const name = repetition === 0 ? caseName : `${caseName} (${repetition + 1})`;
  const missed = results
    .filter((result) => result.status !== 'passed')
    .map((result) => `${result.kind}: ${result.reason}`);
  const why = reason ?? (missed.join(' · ') || 'The score is too low.');
  const open = `<testcase classname="${title}" name="${safe(name)}" time="${seconds(latencyMs)}">`;
  if (status === 'passed') return `${open}</testcase>\n`;
  if (status === 'waiting' || status === 'running') return `${open}<skipped/></testcase>\n`;
  const element = status === 'error' ? 'error' : 'failure';
  return `${open}<${element} message="${safe(why)}">${safe(excerpt)}</${element}></testcase>\n`;
}
