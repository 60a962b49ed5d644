import { mostSuiteItems } from '@promptvault/contract/studio/suites/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
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

/** The whole report in one file. */
export async function exportSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.read'>,
  { format }: { format: 'junit' | 'json' },
): Promise<ExportedSuiteRun> {
  const { run, suite } = opened;
  const filter = { show: 'all', after: -1, limit: mostSuiteItems } as const;
  const items = await listItemRows(ctx, run.id, await baselineOf(ctx, run), filter);
  const stem = suite.name.replace(/[^\p{L}\p{N} _-]/gu, '') || 'suite';
  if (format === 'junit')
    return {
      fileName: `${stem}.xml`,
      mediaType: 'application/xml',
      text: junitOf(suite.name, run.lanes, items),
    };
  const report = await toReport(await getSuiteRun(ctx, opened), ctx);
  const text = JSON.stringify({ ...report, items: items.map(toItem) }, null, 2);
  return { fileName: `${stem}.json`, mediaType: 'application/json', text };
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

/** As readers of JUnit's format expect it: a suite for each lane, and in it a test for each item. */
export function junitOf(
  name: string,
  lanes: readonly Pick<Lane, 'version' | 'model'>[],
  items: readonly JUnitItem[],
): string {
  const suites = lanes.map(({ version, model }, index) => {
    const own = items.filter(({ lane }) => lane === index);
    const title = safe(`${name} · version ${version} · ${model}`);
    const of = (status: string) => own.filter((item) => item.status === status).length;
    const skipped = of('waiting') + of('running');
    const time = seconds(own.reduce((sum, { latencyMs }) => sum + (latencyMs ?? 0), 0));
    const tests = own.map((item) => testOf(item, title)).join('');
    return `<testsuite name="${title}" tests="${own.length}" failures="${of('failed')}" errors="${of('error')}" skipped="${skipped}" time="${time}">\n${tests}</testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${safe(name)}">\n${suites.join('')}</testsuites>\n`;
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
