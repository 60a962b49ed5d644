/**
 * `npm run bench -- history`: listing and searching very many runs, warm, over HTTP, beside reading one run of them
 * in the same rounds. With TEST_DATABASE_URL also on PostgreSQL. A million runs take some minutes to make and about
 * 3 GB of disk.
 * Options: --runs=1000000 --connections=16 --seconds=2 --rounds=3 --only=embedded|postgres
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MadeHistory } from './bare/fill-history.ts';
import { calibrate } from './gauge/calibrate.ts';
import { type LoadResult, load, type Script } from './gauge/load.ts';
import { withDatabase } from './gauge/make-database.ts';
import { numberOption, textOption } from './gauge/options.ts';
import { type Cell, printTable, say, verdict } from './gauge/print-table.ts';
import { median, quantile } from './gauge/statistics.ts';

const runs = numberOption('runs', 1_000_000, { least: 1_000, most: 5_000_000 });
const connections = numberOption('connections', 16, { least: 1, most: 128 });
const seconds = numberOption('seconds', 2, { least: 0.2, most: 60 });
const rounds = numberOption('rounds', 3, { least: 1, most: 21 });
const targetMs = 100;

type Server = MadeHistory & { url: string; headers: Record<string, string> };

/** What people ask of a history, each as the list's address. */
const questions = ({ promptId }: Server): Record<string, string> => ({
  'newest of mine': '?limit=50',
  'mine, asked for': '?limit=50&origin=direct',
  'asked for by all': '?author=all&limit=50&origin=direct',
  'dearest asked for': '?author=all&limit=50&sort=dearest&origin=direct',
  'a frequent word, asked for': '?author=all&limit=50&q=w1&origin=direct',
  'newest of all': '?author=all&limit=50',
  'a frequent word': '?author=all&limit=50&q=w1',
  'two frequent words': '?author=all&limit=50&q=w0%20w3',
  'a rare word': '?author=all&limit=50&q=w4800',
  'two rare words': '?author=all&limit=50&q=w4800%20w4700',
  'no such word': '?author=all&limit=50&q=nothinglikethis',
  'failed, one model, one prompt': `?author=all&limit=50&status=failed&model=model-3&promptId=${promptId}`,
  'word, model, mine': '?limit=50&q=w40&model=model-6',
  'word, cost': '?author=all&limit=50&q=w40&leastCost=90000',
  'a month ago, word': '?author=all&limit=50&to=2023-11-20&q=w40',
  dearest: '?author=all&limit=50&sort=dearest',
});

async function run(title: string, databaseUrl?: string): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
  const file = fileURLToPath(new URL('./bare/history-server.ts', import.meta.url));
  const child = fork(file, [String(runs)], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PROMPTVAULT_DATA: directory,
      PORT: '0',
      PROMPTVAULT_SIGN_UP: 'open',
      PROMPTVAULT_TESTING_LIMITS_OFF: 'yes',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  try {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code}.`);
    });
    ended.catch(() => undefined);
    const server = (await Promise.race([once(child, 'message').then(([told]) => told), ended])) as Server;
    say(`${runs.toLocaleString('en')} runs were made in ${server.seconds.toFixed(0)} s.`);
    printTable(
      `${title}: ${connections} connections, median of ${rounds} rounds of ${seconds} s`,
      ['', 'p50 ms', 'p95 ms', 'a second', 'p95 to one run', 'target'],
      await measure(server),
    );
    child.send('stop');
    await once(child, 'exit');
  } finally {
    child.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(server: Server): Promise<Cell[][]> {
  const asking = (path: string): Script[] =>
    Array.from({ length: connections }, () => async (shoot) => {
      await shoot({ method: 'GET', path: `/api/v1${path}` });
    });
  const all = { 'one run (baseline)': `/runs/${server.runId}` } as Record<string, string>;
  for (const [name, query] of Object.entries(questions(server))) all[name] = `/runs${query}`;
  const rows: Cell[][] = [];
  let baseline = Number.NaN;
  for (const [name, path] of Object.entries(all)) {
    const results: LoadResult[] = [];
    for (let round = -1; round < rounds; round++) {
      const result = await load(server.url, server.headers, asking(path), seconds * 1000);
      if (round >= 0) results.push(result);
    }
    const of = (share: number) => median(results.map(({ times }) => quantile(times, share)));
    const p95 = of(0.95);
    const first = rows.length === 0;
    if (first) baseline = p95;
    rows.push([
      name,
      of(0.5),
      p95,
      median(results.map(({ perSecond }) => perSecond)),
      p95 / baseline,
      first ? '' : verdict(p95 < targetMs, `< ${targetMs} ms`),
    ]);
  }
  return rows;
}

say(calibrate());
const only = textOption('only');
const postgres = process.env.TEST_DATABASE_URL;
if (only !== 'postgres') await run('Embedded database');
if (postgres && only !== 'embedded') await withDatabase(postgres, (url) => run('PostgreSQL', url));
else if (only !== 'embedded')
  say('\nPostgreSQL was left out: name a server that may make databases in TEST_DATABASE_URL.');
