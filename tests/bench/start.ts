/**
 * `npm run bench -- start`: how soon a later start shows its first page, what memory it holds a minute later, and
 * what it costs when nobody asks anything. With TEST_DATABASE_URL also on PostgreSQL. Linux only.
 * Options: --quick (10 s in place of 60) --starts=3
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { calibrate } from './gauge/calibrate.ts';
import { withDatabase } from './gauge/make-database.ts';
import { hasFlag, numberOption } from './gauge/options.ts';
import { printTable, say, verdict } from './gauge/print-table.ts';
import { processFigures } from './gauge/process-figures.ts';
import { median } from './gauge/statistics.ts';

const restSeconds = hasFlag('quick') ? 10 : 60;
const starts = numberOption('starts', 3, { least: 1, most: 15 });

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

interface Start {
  server: ServerProcess;
  firstPageMs: number;
}

async function start(dataDirectory: string, databaseUrl: string | undefined): Promise<Start> {
  const from = performance.now();
  const server = await startServerProcess({
    dataDirectory,
    variables: databaseUrl ? { DATABASE_URL: databaseUrl } : {},
  });
  const page = await fetch(server.url, { headers: { accept: 'text/html' } });
  const text = await page.text();
  if (!page.ok || !text.includes('<html')) {
    await server.stop();
    throw new Error(`The first page answered ${page.status}. Is the web app built?`);
  }
  return { server, firstPageMs: performance.now() - from };
}

async function run(title: string, mostRss: number, databaseUrl?: string): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
  try {
    const first = await start(dataDirectory, databaseUrl);
    const firstPeak = processFigures(first.server.pid).peak;
    await first.server.stop();
    const later: number[] = [];
    let last: ServerProcess | undefined;
    for (let turn = 0; turn < starts; turn++) {
      await last?.stop();
      const started = await start(dataDirectory, databaseUrl);
      later.push(started.firstPageMs);
      last = started.server;
    }
    const server = last as ServerProcess;
    await pause(restSeconds);
    const rested = processFigures(server.pid);
    await pause(restSeconds);
    const idle = processFigures(server.pid);
    await server.stop();
    const load = ((idle.cpuSeconds - rested.cpuSeconds) / restSeconds) * 100;
    const laterMs = median(later);
    printTable(
      `${title}: ${starts} later starts, ${restSeconds} s of rest`,
      ['', 'figure', 'target'],
      [
        ['first start to first page, ms', first.firstPageMs, ''],
        ['later start to first page, ms (median)', laterMs, verdict(laterMs < 5_000, '< 5 000')],
        [
          `RSS ${restSeconds} s after the first page, MB`,
          rested.rss,
          verdict(rested.rss < mostRss, `< ${mostRss}`),
        ],
        ['peak of the first start, MB', firstPeak, verdict(firstPeak < 1_000, '< 1 000')],
        ['peak of a later start, MB', idle.peak, verdict(idle.peak < 1_000, '< 1 000')],
        ['idle processor, % of a core', load, verdict(load < 2, '< 2')],
      ],
    );
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

say(calibrate());
await run('Embedded database', 400);
const postgres = process.env.TEST_DATABASE_URL;
if (postgres) await withDatabase(postgres, (url) => run('PostgreSQL', 250, url));
else say('\nPostgreSQL was left out: name a server that may make databases in TEST_DATABASE_URL.');
