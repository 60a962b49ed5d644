/**
 * `npm run bench -- stream`: what we add to the time to the first token, and how many chunks a second go through,
 * each against a process that only pipes, under the same load in the same run. With TEST_DATABASE_URL on PostgreSQL.
 * Options: --seconds=8 --only=embedded|postgres --profile=<directory>
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '@promptvault/testing/server-process';
import { calibrate } from './gauge/calibrate.ts';
import { withDatabase } from './gauge/make-database.ts';
import { numberOption, textOption } from './gauge/options.ts';
import { printTable, say, verdict } from './gauge/print-table.ts';
import { processFigures } from './gauge/process-figures.ts';
import { rawStream } from './gauge/raw-stream.ts';
import { givesWay, startProvider, type Upstream } from './gauge/start-provider.ts';
import { quantile } from './gauge/statistics.ts';
import { openStudio, type StudioClient } from './gauge/studio-client.ts';

const seconds = numberOption('seconds', 8, { least: 2, most: 60 });
const profile = textOption('profile');
/** 20 new streams a second of 250 tokens at 50 a second: 100 at a time. */
const steady = 'scripted-rate-50-250';
const runsASecond = 20;
/** One person may have 128 runs at once; a backlog of theirs would be measured in place of the way. */
const people = 5;
const burst = 100;
const bulkRuns = 10;
const bulkWords = 2_000;
const leastChunks = 20_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface FirstTexts {
  ours: number[];
  raw: number[];
  /** Seconds of processor time that the server took for a second of the load. */
  processor?: number;
}

/** Starts 20 runs a second, and with every fourth one the same stream past us. */
async function steadyLoad(
  studios: StudioClient[],
  upstream: Upstream,
  serverPid: number,
): Promise<FirstTexts> {
  const times: FirstTexts = { ours: [], raw: [] };
  let before: number | undefined;
  // What is measured is a server that has been at work, not one whose code is being compiled.
  const warmUpMs = 15_000;
  const from = performance.now();
  const ends: Promise<unknown>[] = [];
  for (let index = 0; ; index++) {
    const due = from + (index * 1000) / runsASecond;
    await pause(Math.max(0, due - performance.now()));
    const counts = due - from > warmUpMs;
    if (counts) before ??= processFigures(serverPid).cpuSeconds;
    if (due - from > warmUpMs + seconds * 1000) break;
    const studio = studios[index % people] as StudioClient;
    const ours = studio.run(steady).then(({ firstTextMs, ended }) => {
      if (counts) times.ours.push(firstTextMs);
      return ended;
    });
    ends.push(ours);
    if (index % 4 === 0)
      ends.push(
        rawStream(upstream.rawUrl, steady).then(({ firstTextMs, chunks }) => {
          if (counts) times.raw.push(firstTextMs);
          return chunks;
        }),
      );
  }
  times.processor = (processFigures(serverPid).cpuSeconds - (before ?? 0)) / seconds;
  await Promise.all(ends);
  return times;
}

async function burstLoad(studios: StudioClient[], upstream: Upstream): Promise<FirstTexts> {
  const at = async (start: (index: number) => Promise<{ firstTextMs: number; over: Promise<unknown> }>) => {
    const all = await Promise.all(Array.from({ length: burst }, (_, index) => start(index)));
    await Promise.all(all.map(({ over }) => over));
    return all.map(({ firstTextMs }) => firstTextMs);
  };
  const model = 'scripted-rate-50-20';
  return {
    ours: await at(async (index) => {
      const { firstTextMs, ended } = await (studios[index % people] as StudioClient).run(model);
      return { firstTextMs, over: ended };
    }),
    raw: await at(async () => {
      const { firstTextMs, chunks } = await rawStream(upstream.rawUrl, model);
      return { firstTextMs, over: chunks };
    }),
  };
}

/** Chunks a second when the provider sends as fast as it is read. */
async function bulk(stream: () => Promise<unknown>): Promise<number> {
  await stream();
  const from = performance.now();
  await Promise.all(Array.from({ length: bulkRuns }, stream));
  return (bulkRuns * bulkWords) / ((performance.now() - from) / 1000);
}

function firstTextRows(name: string, { ours, raw, processor }: FirstTexts, target: number | undefined) {
  const of = (times: number[]) => [quantile(times, 0.5), quantile(times, 0.95)] as const;
  const [half, most] = of(ours);
  const [rawHalf, rawMost] = of(raw);
  const share = most - rawMost;
  return [
    [`${name}, ours`, half, most, ours.length, ''],
    ...(processor === undefined ? [] : [[`${name}, processors taken by the server`, '', '', processor, '']]),
    [`${name}, raw proxy`, rawHalf, rawMost, raw.length, ''],
    [
      `${name}, our share`,
      half - rawHalf,
      share,
      '',
      target ? verdict(share <= target, `p95 ≤ ${target}`) : '',
    ],
  ];
}

async function run(title: string, target: number, databaseUrl?: string): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
  const upstream = await startProvider();
  const startedAt = performance.now();
  const server = await startServerProcess({
    dataDirectory,
    nodeFlags: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
    variables: {
      PROMPTVAULT_SIGN_UP: 'open',
      PROMPTVAULT_TESTING_LIMITS_OFF: 'yes',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  try {
    // In life the people and the providers are on other machines: here they give way to what is measured.
    setPriority(givesWay);
    const studios: StudioClient[] = [];
    for (let index = 0; index < people; index++)
      studios.push(await openStudio(server.url, upstream.baseUrl, `bench-${index}`));
    const studio = studios[0] as StudioClient;
    for (let warm = 0; warm < 5; warm++) await (await studio.run('scripted-rate-200-5')).ended;
    const single: FirstTexts = { ours: [], raw: [] };
    for (let turn = 0; turn < 30; turn++) {
      const ours = await studio.run('scripted-rate-200-5');
      single.ours.push(ours.firstTextMs);
      await ours.ended;
      const raw = await rawStream(upstream.rawUrl, 'scripted-rate-200-5');
      single.raw.push(raw.firstTextMs);
      await raw.chunks;
    }
    // Ten seconds after its start each thread gives back the memory of it, which stops it for half a second, once.
    await pause(Math.max(0, startedAt + 15_000 - performance.now()));
    const steadyTimes = await steadyLoad(studios, upstream, server.pid);
    const burstTimes = await burstLoad(studios, upstream);
    printTable(
      `${title}: milliseconds to the first token`,
      ['', 'p50', 'p95', 'streams', 'target'],
      [
        ...firstTextRows('one at a time', single, undefined),
        ...firstTextRows('100 streams, 20 new a second', steadyTimes, target),
        ...firstTextRows('a burst of 100', burstTimes, undefined),
      ],
    );
    const ours = await bulk(async () => (await studio.run('scripted-burst')).ended);
    const raw = await bulk(async () => (await rawStream(upstream.rawUrl, 'scripted-burst')).chunks);
    printTable(
      `${title}: chunks a second, ${bulkRuns} streams at once`,
      ['', 'chunks/s', 'ratio', 'target'],
      [
        ['ours, text kept', ours, ours / raw, verdict(ours >= leastChunks, `≥ ${leastChunks}`)],
        ['raw pipe', raw, '', ''],
      ],
    );
    for (const one of studios) one.close();
  } finally {
    await server.stop();
    upstream.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

say(calibrate());
const only = textOption('only');
const postgres = process.env.TEST_DATABASE_URL;
if (only !== 'postgres') await run('Embedded database', 25);
if (postgres && only !== 'embedded') await withDatabase(postgres, (url) => run('PostgreSQL', 10, url));
else if (only !== 'embedded')
  say('\nPostgreSQL was left out: name a server that may make databases in TEST_DATABASE_URL.');
process.exit(0);
