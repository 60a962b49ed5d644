import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx, Ports, WorkScope } from '../../../../foundation/context/ctx.ts';
import type { ServedFile } from '../../../../foundation/http/serve.ts';
import { fileStem } from '../../../../foundation/text/file-stem.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { type Baseline, type ComparedItem, listItemRows } from '../repository/suite-items.ts';
import type { Lane } from '../schema.ts';
import { toItem, toReport } from '../views.ts';
import { baselineOf, getSuiteRun } from './report-suite.ts';

export interface SuiteRunExport {
  scope: WorkScope;
  run: OpenedSuiteRun['run'];
  suiteName: string;
  baseline: Baseline | null;
  format: 'junit' | 'json';
  /** The report without its items, as JSON. */
  report: string;
}

/** Items that are in memory at a time: each has the reasons of all its assertions. */
const itemsAtOnce = 100;

/** What the file is written from. */
export async function exportSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.read'>,
  { format }: { format: 'junit' | 'json' },
): Promise<SuiteRunExport> {
  const { run, suite } = opened;
  return {
    scope: { organizationId: ctx.organizationId, job: 'studio/suites.export', onBehalfOf: null },
    run,
    suiteName: suite.name,
    baseline: await baselineOf(ctx, run),
    format,
    report:
      format === 'json' ? JSON.stringify(await toReport(await getSuiteRun(ctx, opened), ctx), null, 2) : '',
  };
}

/** The whole report in one file, a page of items at a time, each read in a transaction of its own. */
export function writeSuiteRun(ports: Ports, exported: SuiteRunExport, signal: AbortSignal): ServedFile {
  const stem = fileStem(exported.suiteName, 'suite');
  const pages = itemPages(ports, exported, signal);
  return exported.format === 'junit'
    ? { name: `${stem}.xml`, type: 'application/xml; charset=utf-8', parts: junitParts(pages, exported) }
    : { name: `${stem}.json`, type: 'application/json; charset=utf-8', parts: jsonParts(pages, exported) };
}

type Pages = AsyncGenerator<ComparedItem[]>;

async function* jsonParts(pages: Pages, { report }: SuiteRunExport): AsyncGenerator<string> {
  // The report is an object: before its last brace there is room for the items.
  yield `${report.slice(0, -2)},\n  "items": [\n`;
  let between = '';
  for await (const items of pages) {
    yield between + items.map((item) => JSON.stringify(toItem(item))).join(',\n');
    between = ',\n';
  }
  yield '\n  ]\n}';
}

/** A suite begins with its counts, so that nothing can be written before all is read; what is kept of an item is short. */
async function* junitParts(pages: Pages, { suiteName, run }: SuiteRunExport): AsyncGenerator<string> {
  const junit = createJUnit(suiteName, run.lanes);
  for await (const items of pages) for (const item of items) junit.add(item);
  yield* junit.parts();
}

async function* itemPages(
  ports: Ports,
  { scope, run, baseline }: SuiteRunExport,
  signal: AbortSignal,
): AsyncGenerator<ComparedItem[]> {
  for (let after = -1; !signal.aborted; ) {
    const filter = { show: 'all', after, limit: itemsAtOnce } as const;
    const items = await ports.within(scope, (ctx) => listItemRows(ctx, run.id, baseline, filter));
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
  /** The file, in order. */
  parts(): Iterable<string>;
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
    *parts() {
      yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${safe(name)}">\n`;
      for (const { title, tests, counts, ms } of suites) {
        const { failed, error, waiting, running } = counts;
        yield `<testsuite name="${title}" tests="${tests.length}" failures="${failed}" errors="${error}" skipped="${waiting + running}" time="${seconds(ms)}">\n`;
        for (let from = 0; from < tests.length; from += itemsAtOnce)
          yield tests.slice(from, from + itemsAtOnce).join('');
        yield '</testsuite>\n';
      }
      yield '</testsuites>\n';
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
