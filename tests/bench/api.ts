/**
 * `npm run bench -- api`: get, list and save against a bare Hono route with the same session check and the same
 * statements in the same tenant transaction, in turn, in one run. With TEST_DATABASE_URL also on PostgreSQL.
 * Options: --connections=16 --seconds=1 --rounds=5 --only=embedded|postgres --operation=get|list|save
 * --profile=<directory>
 */
import { documentOf } from './bare/saved-document.ts';
import { type RunningServer, startMeasuredServer } from './bare/start-measured-server.ts';
import { calibrate } from './gauge/calibrate.ts';
import { type LoadResult, load, type Script } from './gauge/load.ts';
import { withDatabase } from './gauge/make-database.ts';
import { numberOption, textOption } from './gauge/options.ts';
import { type Cell, printTable, say, verdict } from './gauge/print-table.ts';
import { median, quantile } from './gauge/statistics.ts';

const connections = numberOption('connections', 16, { least: 1, most: 128 });
const seconds = numberOption('seconds', 1, { least: 0.2, most: 20 });
const rounds = numberOption('rounds', 5, { least: 1, most: 21 });
const profile = textOption('profile');
const operation = textOption('operation');
const target = 0.7;

type Pair = { ours: Script[]; bare: Script[] };

function reading(server: RunningServer, name: string): Pair {
  const path = `/api/v1${server.reads[name]}`;
  const times = Array.from({ length: connections });
  return {
    ours: times.map(() => async (shoot) => void (await shoot({ method: 'GET', path }))),
    bare: times.map(() => async (shoot) => {
      await shoot({ method: 'GET', path: `/bare/read/${name}` });
    }),
  };
}

/** A save is what the studio does: the draft is stored, then committed. Each connection saves its own prompt. */
function saving(server: RunningServer): Pair {
  const body = (turn: number) => JSON.stringify({ document: documentOf(turn) });
  const commit = (parent: number) => JSON.stringify({ expectedParent: parent, message: 'Next' });
  return {
    ours: server.saves.slice(0, connections).map((save) => {
      let turn = 1;
      const branch = `/api/v1/prompts/${save.promptId}/branches/main`;
      return async (shoot) => {
        const headers = { 'if-match': `"r${save.revision}"` };
        await shoot({ method: 'PUT', path: `${branch}/draft`, headers, body: body(turn) });
        await shoot({ method: 'POST', path: `${branch}/versions`, body: commit(save.number) });
        save.revision += save.step;
        save.number += 1;
        turn += 1;
      };
    }),
    bare: server.saves.slice(connections).map((_save, place) => {
      const index = connections + place;
      let turn = 1;
      return async (shoot) => {
        await shoot({ method: 'PUT', path: `/bare/save/${index}/0`, body: body(turn) });
        await shoot({ method: 'POST', path: `/bare/save/${index}/1`, body: commit(turn) });
        turn += 1;
      };
    }),
  };
}

async function measure(
  server: RunningServer,
  pair: Pair,
): Promise<{ ours: LoadResult[]; bare: LoadResult[] }> {
  const results: { ours: LoadResult[]; bare: LoadResult[] } = { ours: [], bare: [] };
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const which of order) {
      const result = await load(server.url, server.headers, pair[which], seconds * 1000);
      if (round >= 0) results[which].push(result);
      await server.rest();
    }
  }
  return results;
}

function rows(name: string, { ours, bare }: { ours: LoadResult[]; bare: LoadResult[] }): Cell[][] {
  const ratio = median(ours.map((one, round) => one.perSecond / (bare[round]?.perSecond ?? Number.NaN)));
  const row = (who: string, results: LoadResult[]): Cell[] => [
    `${name}, ${who}`,
    median(results.map(({ times }) => quantile(times, 0.5))),
    median(results.map(({ times }) => quantile(times, 0.95))),
    median(results.map(({ perSecond }) => perSecond)),
  ];
  return [
    [...row('ours', ours), ratio, verdict(ratio >= target, `≥ ${target}`)],
    [...row('bare', bare), '', ''],
  ];
}

async function run(title: string, databaseUrl?: string): Promise<void> {
  const nodeFlags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const server = await startMeasuredServer({ connections, nodeFlags, ...(databaseUrl && { databaseUrl }) });
  try {
    const table: Cell[][] = [];
    for (const name of operation ? [operation] : ['get', 'list', 'save']) {
      const pair = name === 'save' ? saving(server) : reading(server, name);
      table.push(...rows(name, await measure(server, pair)));
    }
    printTable(
      `${title}: ${connections} connections, median of ${rounds} rounds of ${seconds} s`,
      ['', 'p50 ms', 'p95 ms', 'a second', 'ratio', 'target'],
      table,
    );
  } finally {
    await server.stop();
  }
}

say(calibrate());
const only = textOption('only');
const postgres = process.env.TEST_DATABASE_URL;
if (only !== 'postgres') await run('Embedded database');
if (postgres && only !== 'embedded') await withDatabase(postgres, (url) => run('PostgreSQL', url));
else if (only !== 'embedded')
  say('\nPostgreSQL was left out: name a server that may make databases in TEST_DATABASE_URL.');
say('\nA save is two requests: the draft, then the version. Limits are off in both.');
