/**
 * `npm run bench -- page`: what the first visit costs on a phone, as Lighthouse sees it with the throttling it calls
 * mobileSlow4G (1.6 Mbit/s, 150 ms, processor four times slower). Each page starts with an empty cache. What the
 * machine itself takes for a page stands beside it: the same of a page with one line and nothing else. So does what the
 * page's thread did by itself: on few processors it stands still while the browser's others work, and Lighthouse counts
 * that four times as well.
 * Options: --quick (1 visit in place of 5)
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '@promptvault/testing/server-process';
import lighthouse, { type Result } from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { serveEmptyPage } from './bare/empty-page.ts';
import { calibrate } from './gauge/calibrate.ts';
import { startChromium } from './gauge/chromium.ts';
import { hasFlag } from './gauge/options.ts';
import { packedSize } from './gauge/packed-size.ts';
import { type Cell, printTable, say, verdict } from './gauge/print-table.ts';
import { median } from './gauge/statistics.ts';

const visits = hasFlag('quick') ? 1 : 5;
const promptCount = 200;

interface Visit {
  scriptKb: number;
  scriptCount: number;
  fontKb: number;
  totalKb: number;
  firstPaint: number;
  interactive: number;
  blocking: number;
  /** As if the page's thread had never had to wait for a processor. */
  ownInteractive: number;
  ownBlocking: number;
  /** The largest scripts, for whoever must make them smaller. */
  scripts: string[];
}

interface NetworkItem {
  url: string;
  resourceType?: string;
  transferSize?: number;
}

interface Sized {
  path: string;
  kb: number;
}

async function sized(items: NetworkItem[], kind: string): Promise<Sized[]> {
  const urls = new Set(items.filter(({ resourceType }) => resourceType === kind).map(({ url }) => url));
  const sizes = [...urls].map(async (url) => ({
    path: new URL(url).pathname,
    kb: (await packedSize(url)) / 1000,
  }));
  return (await Promise.all(sizes)).sort((a, b) => b.kb - a.kb);
}

const sum = (all: readonly Sized[]) => all.reduce((total, { kb }) => total + kb, 0);

async function visit(port: number, url: string, cookie: string | undefined): Promise<Visit> {
  const kept = mkdtempSync(join(tmpdir(), 'promptvault-visit-'));
  try {
    const flags = {
      port,
      output: 'json' as const,
      logLevel: 'error' as const,
      onlyAudits: ['first-contentful-paint', 'interactive', 'total-blocking-time', 'network-requests'],
      formFactor: 'mobile' as const,
      throttlingMethod: 'simulate' as const,
      throttling: throttling.mobileSlow4G,
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    };
    await lighthouse(url, { ...flags, gatherMode: kept });
    const read = async () => {
      const result = await lighthouse(url, { ...flags, auditMode: kept });
      const problem = result?.lhr.runtimeError?.message;
      if (!result || problem) throw new Error(`Lighthouse could not visit ${url}: ${problem}`);
      return result.lhr;
    };
    const seen = await read();
    withoutWaiting(join(kept, 'trace.json'));
    return toVisit(url, seen, await read());
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}

/** Gives each event of a trace the time that its thread had a processor, in place of the time that passed. */
function withoutWaiting(file: string): void {
  const trace = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: { dur?: number; tdur?: number }[] };
  for (const event of trace.traceEvents)
    if (event.dur !== undefined && event.tdur !== undefined) event.dur = Math.min(event.dur, event.tdur);
  writeFileSync(file, JSON.stringify(trace));
}

async function toVisit(url: string, seen: Result, own: Result): Promise<Visit> {
  const ends = new URL(seen.finalDisplayedUrl).pathname;
  if (ends !== new URL(url).pathname) throw new Error(`${url} led to ${ends}.`);
  const details = seen.audits['network-requests']?.details as unknown as { items: NetworkItem[] };
  const [scripts, fonts] = [await sized(details.items, 'Script'), await sized(details.items, 'Font')];
  const milliseconds = (name: string, { audits }: Result = seen) => audits[name]?.numericValue ?? Number.NaN;
  return {
    scriptKb: sum(scripts),
    scriptCount: scripts.length,
    fontKb: sum(fonts),
    totalKb: details.items.reduce((total, { transferSize = 0 }) => total + transferSize, 0) / 1000,
    firstPaint: milliseconds('first-contentful-paint'),
    interactive: milliseconds('interactive'),
    blocking: milliseconds('total-blocking-time'),
    ownInteractive: milliseconds('interactive', own),
    ownBlocking: milliseconds('total-blocking-time', own),
    scripts: scripts.slice(0, 8).map(({ path, kb }) => `${kb.toFixed(1)} ${path}`),
  };
}

async function medianVisit(url: string, cookie?: string): Promise<Visit> {
  const all: Visit[] = [];
  for (let turn = 0; turn < visits; turn++) {
    const browser = await startChromium();
    try {
      all.push(await visit(browser.port, url, cookie));
    } finally {
      await browser.stop();
    }
  }
  const of = (name: Exclude<keyof Visit, 'scripts'>) => median(all.map((one) => one[name]));
  return {
    scriptKb: of('scriptKb'),
    scriptCount: of('scriptCount'),
    fontKb: of('fontKb'),
    totalKb: of('totalKb'),
    firstPaint: of('firstPaint'),
    interactive: of('interactive'),
    blocking: of('blocking'),
    ownInteractive: of('ownInteractive'),
    ownBlocking: of('ownBlocking'),
    scripts: all[0]?.scripts ?? [],
  };
}

function rowsOf(page: string, one: Visit): Cell[][] {
  return [
    [
      `${page}: script, kB brotli (${one.scriptCount} files)`,
      one.scriptKb,
      verdict(one.scriptKb <= 150, '≤ 150'),
    ],
    [`${page}: fonts, kB`, one.fontKb, verdict(one.fontKb <= 60, '≤ 60')],
    [`${page}: everything with headers, kB`, one.totalKb, ''],
    [`${page}: first contentful paint, ms`, one.firstPaint, verdict(one.firstPaint < 1_000, '< 1 000')],
    [`${page}: interactive, ms`, one.interactive, verdict(one.interactive < 2_000, '< 2 000')],
    [`${page}: total blocking time, ms`, one.blocking, verdict(one.blocking <= 200, '≤ 200')],
    [`${page}: interactive, its thread alone, ms`, one.ownInteractive, ''],
    [`${page}: total blocking time, its thread alone, ms`, one.ownBlocking, ''],
  ];
}

/** The times of a page that has nothing to do; ours are to be read beside them. */
const emptyRowsOf = (one: Visit): Cell[][] => [
  ['an empty page: first contentful paint, ms', one.firstPaint, ''],
  ['an empty page: interactive, ms', one.interactive, ''],
  ['an empty page: total blocking time, ms', one.blocking, ''],
];

/** Signs up and fills the list, so that the page has rows to draw. @returns the session's cookie */
async function fillList(url: string): Promise<string> {
  const post = async (path: string, body: unknown, cookie?: string) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const account = { name: 'Bench', email: 'bench@example.com', password: 'a long enough password' };
  const signedUp = await post('/sign-up', account);
  const cookie = signedUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const rows = Array.from({ length: promptCount }, (_, index) => `Prompt ${index},Write about {{topic}}.`);
  await post('/imports/csv', { csv: `title,prompt\n${rows.join('\n')}\n` }, cookie);
  return cookie;
}

say(calibrate());
const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
const server = await startServerProcess({ dataDirectory });
const bare = await serveEmptyPage();
try {
  const empty = await medianVisit(bare.url);
  const cookie = await fillList(server.url);
  const signIn = await medianVisit(`${server.url}/sign-in`);
  const prompts = await medianVisit(`${server.url}/prompts`, cookie);
  printTable(
    `First visits, Lighthouse mobileSlow4G, median of ${visits}`,
    ['', 'figure', 'target'],
    [...emptyRowsOf(empty), ...rowsOf('/sign-in', signIn), ...rowsOf('/prompts', prompts)],
  );
  for (const [page, { scripts }] of Object.entries({ '/sign-in': signIn, '/prompts': prompts }))
    say(`\nLargest scripts of ${page}, kB:\n  ${scripts.join('\n  ')}`);
} finally {
  await bare.stop();
  await server.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
