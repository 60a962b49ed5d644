/**
 * `npm run bench -- suite`: a suite of very many cases on a scripted provider, from its start to its report: how much
 * memory the server takes above what it takes idle, and how many cases a second are run and judged, beside single
 * runs that are started over HTTP as many at a time, in rounds before and after it in the same process. The
 * exports of the report are read at its end. With TEST_DATABASE_URL also on PostgreSQL.
 * Options: --cases=20000 --concurrency=16 --rounds=3 --seconds=5 --minutes=60 --only=embedded|postgres
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDocument } from '@promptvault/document';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { calibrate } from './gauge/calibrate.ts';
import { withDatabase } from './gauge/make-database.ts';
import { numberOption, textOption } from './gauge/options.ts';
import { type Cell, printTable, say, verdict } from './gauge/print-table.ts';
import { processFigures } from './gauge/process-figures.ts';
import { startProvider, type Upstream } from './gauge/start-provider.ts';
import { median } from './gauge/statistics.ts';

const cases = numberOption('cases', 20_000, { least: 100, most: 20_000 });
const concurrency = numberOption('concurrency', 16, { least: 1, most: 16 });
const rounds = numberOption('rounds', 3, { least: 1, most: 9 });
const seconds = numberOption('seconds', 5, { least: 1, most: 60 });
const minutes = numberOption('minutes', 60, { least: 1, most: 120 });
/** Above what the server takes idle, in MB of 10^6. */
const mostMemory = 300;
/** A case is a run that is also laid out, judged and counted. */
const leastRatio = 0.5;
const model = 'scripted-json';
const windowMs = 5_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Bench {
  server: ServerProcess;
  /** Calls the API. @throws for any answer but 2xx */
  call(method: string, path: string, body?: unknown): Promise<Record<string, never>>;
  /** The same, as the text it came in. */
  text(path: string): Promise<string>;
  connectionId: string;
  promptId: string;
}

async function openBench(server: ServerProcess, { baseUrl }: Upstream): Promise<Bench> {
  let cookie = '';
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (cookies.length > 0) cookie = cookies.join('; ');
    return response;
  }
  const call: Bench['call'] = async (method, path, body) =>
    (await (await ask(method, path, body)).json()) as Record<string, never>;
  await call('POST', '/sign-up', {
    name: 'Bench',
    email: 'bench@example.com',
    password: 'a long enough password',
  });
  const connection = await call('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl,
    key: 'sk-scripted-0123456789',
  });
  const sections = [
    { id: 's1', kind: 'system', role: null, text: 'You are brief.' },
    { id: 's2', kind: 'instructions', role: null, text: 'Explain {{topic}}.' },
  ];
  const prompt = await call('POST', '/prompts', {
    title: 'Bench',
    document: { ...emptyDocument(), sections },
    commit: true,
  });
  return {
    server,
    call,
    text: async (path) => (await ask('GET', path)).text(),
    connectionId: String(connection.id),
    promptId: String(prompt.id),
  };
}

/** Single runs of the same prompt, as many at a time, each awaited by its stream of events. @returns how many a second */
async function singleRuns({ call, text, connectionId, promptId }: Bench): Promise<number> {
  const from = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - from < seconds * 1_000) {
      const started = await call('POST', '/runs', {
        source: { kind: 'version', promptId, number: 1 },
        values: { topic: `the tides of day ${done}` },
        models: [{ connectionId, model }],
      });
      await text(`/comparisons/${(started.comparison as unknown as { id: string }).id}/events`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (done / (performance.now() - from)) * 1_000;
}

async function layOut({ call, connectionId, promptId }: Bench): Promise<string> {
  const set = await call('POST', '/case-sets', { promptId, name: 'Very many' });
  for (let made = 0; made < cases; made += 1_000)
    await call('POST', `/case-sets/${set.id}/cases`, {
      cases: Array.from({ length: Math.min(1_000, cases - made) }, (_, index) => ({
        name: `Case ${made + index}`,
        values: { topic: `the tides of place ${made + index}` },
        expected: 'A scripted answer',
        assertions: [
          { kind: 'contains', values: ['scripted'] },
          { kind: 'json_path', path: '$.score', operator: 'at_least', value: 7 },
          { kind: 'similarity', atLeast: 0.1 },
        ],
      })),
    });
  const suite = await call('POST', '/suites', {
    promptId,
    caseSetId: set.id,
    name: 'Very many',
    models: [{ connectionId, model }],
    concurrency,
  });
  return String(suite.id);
}

/** The memory of the process, looked at five times a second until it is told to end. @returns all it saw, in MB */
function watchMemory(pid: number): () => number[] {
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(processFigures(pid).rss), 200);
  return () => {
    clearInterval(timer);
    return seen;
  };
}

async function idleMemory(pid: number): Promise<number> {
  await pause(15_000);
  const stop = watchMemory(pid);
  await pause(3_000);
  return median(stop());
}

interface Measured {
  perSecond: number;
  laidOutMs: number;
  seconds: number;
  above: { median: number; most: number; exports: number };
}

async function runSuite(bench: Bench, suiteId: string, idle: number): Promise<Measured> {
  const { call, text, server } = bench;
  const stop = watchMemory(server.pid);
  const from = performance.now();
  const started = await call('POST', `/suites/${suiteId}/runs`, {});
  const laidOutMs = performance.now() - from;
  const rates: number[] = [];
  let [before, at] = [0, performance.now()];
  for (;;) {
    await pause(windowMs);
    const run = await call('GET', `/suite-runs/${started.id}`);
    const judged = Number(run.passed) + Number(run.failed) + Number(run.errors);
    const now = performance.now();
    if (run.status !== 'running') {
      if (run.passed !== cases) throw new Error(`Only ${run.passed} of ${cases} passed: ${run.reason}`);
      if (rates.length === 0) rates.push((judged / (now - from)) * 1_000);
      break;
    }
    rates.push(((judged - before) / (now - at)) * 1_000);
    [before, at] = [judged, now];
    if (now - from > minutes * 60_000)
      throw new Error(`It took longer than ${minutes} minutes: ${judged} were judged.`);
  }
  const took = (performance.now() - from) / 1_000;
  const seen = stop();
  const stopExports = watchMemory(server.pid);
  for (const format of ['junit', 'json']) await text(`/suite-runs/${started.id}/export?format=${format}`);
  await pause(400);
  return {
    perSecond: median(rates),
    laidOutMs,
    seconds: took,
    above: {
      median: median(seen) - idle,
      most: Math.max(...seen) - idle,
      exports: Math.max(...stopExports()) - idle,
    },
  };
}

async function run(title: string, upstream: Upstream, databaseUrl?: string): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
  const server = await startServerProcess({
    dataDirectory,
    variables: {
      PROMPTVAULT_SIGN_UP: 'open',
      PROMPTVAULT_TESTING_LIMITS_OFF: 'yes',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  try {
    const bench = await openBench(server, upstream);
    await singleRuns(bench);
    const idle = await idleMemory(server.pid);
    const baseline: number[] = [];
    const measureBaseline = async (times: number) => {
      for (let round = 0; round < times; round++) baseline.push(await singleRuns(bench));
    };
    await measureBaseline(rounds);
    const suiteId = await layOut(bench);
    await pause(3_000);
    const withCases = processFigures(server.pid).rss - idle;
    const found = await runSuite(bench, suiteId, idle);
    await measureBaseline(rounds);
    const single = median(baseline);
    const ratio = found.perSecond / single;
    const rows: Cell[][] = [
      ['single runs a second (baseline)', single, ''],
      ['cases a second', found.perSecond, ''],
      ['cases to single runs', ratio, verdict(ratio >= leastRatio, `≥ ${leastRatio}`)],
      ['start answered, ms', found.laidOutMs, ''],
      ['all cases, s', found.seconds, ''],
      ['memory idle, MB', idle, ''],
      ['above idle with the cases added, MB', withCases, ''],
      ['above idle, median, MB', found.above.median, ''],
      [
        'above idle, most, MB',
        found.above.most,
        verdict(found.above.most <= mostMemory, `≤ ${mostMemory} MB`),
      ],
      [
        'above idle in exports, MB',
        found.above.exports,
        verdict(found.above.exports <= mostMemory, `≤ ${mostMemory} MB`),
      ],
    ];
    printTable(
      `${title}: ${cases.toLocaleString('en')} cases, ${concurrency} at a time; medians of ${rounds * 2} rounds of ${seconds} s and of windows of ${windowMs / 1_000} s`,
      ['', '', 'target'],
      rows,
    );
  } finally {
    await server.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

say(calibrate());
const upstream = await startProvider();
try {
  const only = textOption('only');
  const postgres = process.env.TEST_DATABASE_URL;
  if (only !== 'postgres') await run('Embedded database', upstream);
  if (postgres && only !== 'embedded')
    await withDatabase(postgres, (url) => run('PostgreSQL', upstream, url));
  else if (only !== 'embedded')
    say('\nPostgreSQL was left out: name a server that may make databases in TEST_DATABASE_URL.');
} finally {
  upstream.stop();
}
