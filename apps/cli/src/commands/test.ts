/** `promptvault test`: runs a suite, follows it, and says by its exit code whether it passed. */
import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { components, PromptVaultClient } from '@promptvault/sdk';
import { type Given, readArguments, seconds, wayOf } from '../arguments.ts';
import { answerOf, connect } from '../connect.ts';
import type { CliEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { findSuite } from '../find-suite.ts';
import { followSuiteRun, readRun, type SuiteRun } from '../follow-suite-run.ts';
import { type Item, printReport } from '../print-report.ts';
import { harmless, type Terminal } from '../terminal.ts';

export const testUsage = `promptvault test SUITE [options]

Runs a suite of cases and follows it. SUITE is its id or its name.

  --prompt ID|TITLE      of several suites with this name, the one of this prompt
  --version N            run this version; may be given several times
  --branch NAME          run the newest version of this branch
  --label NAME           run the version this label names
  --baseline RUN         compare with this run of the suite
  --reuse, --no-reuse    take answers again that the very same got before, or not
  --junit FILE           write the report as JUnit XML
  --json FILE            write the report as JSON
  --keep                 leave it running when this command is interrupted
  --patience SECONDS     how long a server that does not answer is asked again (60)

Exit codes: 0 it passed, 1 it did not, 2 wrong use or no answer, 130 interrupted.`;

const options = {
  prompt: { type: 'string' },
  version: { type: 'string', multiple: true },
  branch: { type: 'string', multiple: true },
  label: { type: 'string', multiple: true },
  baseline: { type: 'string' },
  reuse: { type: 'boolean' },
  'no-reuse': { type: 'boolean' },
  junit: { type: 'string' },
  json: { type: 'string' },
  keep: { type: 'boolean' },
  patience: { type: 'string' },
} as const;

type Report = components['schemas']['SuiteReport'];

/** @returns the exit code. @throws Failure */
export async function test(args: string[], environment: CliEnvironment, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options, testUsage);
  const [named, ...rest] = positionals;
  if (named === undefined || rest.length > 0) throw new Failure(testUsage);
  const way = wayOf(values, environment);
  const files = { junit: values.junit, json: values.json };
  const body = startOf(values);
  const forMs = seconds('--patience', values.patience, 60);
  for (const file of Object.values(files)) if (file !== undefined) await makeRoom(file);

  const patience = { forMs, tell: (sentence: string) => terminal.note(sentence) };
  const { client, leave } = await connect(way, patience);
  try {
    const suite = await findSuite(client, named, values.prompt);
    const starting = client.POST('/api/v1/suites/{suiteId}/runs', {
      params: { path: { suiteId: suite.id }, header: { 'Idempotency-Key': randomUUID() } },
      body,
    });
    const isMissing = (await starting).response.status === 404 && wanted(values) !== '';
    if (isMissing) throw new Failure(`There is no such thing, or you may not see it: ${wanted(values)}.`);
    const started = await answerOf(starting);
    const address = `${way.url}/suites/runs/${started.id}`;
    terminal.note(`${harmless(suite.name)}: ${started.total.toLocaleString('en')} runs. ${address}`);
    const { run, wasInterrupted } = await follow(client, started, terminal, values.keep === true);
    if (run.status === 'running') {
      terminal.note(`It goes on at the server: ${address}`);
      return 130;
    }
    await writeFiles(client, run.id, files);
    const params = { path: { suiteRunId: run.id } };
    const report: Report = await answerOf(client.GET('/api/v1/suite-runs/{suiteRunId}', { params }));
    printReport(terminal, report, await missedOf(client, report), address);
    if (wasInterrupted) return 130;
    return report.isGreen ? 0 : 1;
  } finally {
    await leave();
  }
}

type Source =
  | { kind: 'version'; number: number }
  | { kind: 'branch'; branch: string }
  | { kind: 'label'; label: string };

interface Start {
  sources?: Source[];
  reuse?: boolean;
  baselineId?: string;
}

/** @throws Failure */
function startOf(values: Given<typeof options>): Start {
  const versions = (values.version ?? []).map((text) => {
    const number = Number(text.replace(/^v/, ''));
    if (!Number.isSafeInteger(number) || number < 1)
      throw new Failure(`--version is a number from 1, and not “${text}”.`);
    return { kind: 'version' as const, number };
  });
  const branches = (values.branch ?? []).map((branch) => ({ kind: 'branch' as const, branch }));
  const labels = (values.label ?? []).map((label) => ({ kind: 'label' as const, label }));
  const sources: Source[] = [...versions, ...branches, ...labels];
  if (values.reuse && values['no-reuse'])
    throw new Failure('Only one of --reuse and --no-reuse can be meant.');
  return {
    ...(sources.length === 0 ? {} : { sources }),
    ...(values.reuse ? { reuse: true } : values['no-reuse'] ? { reuse: false } : {}),
    ...(values.baseline === undefined ? {} : { baselineId: values.baseline }),
  };
}

/** What the call names beside the suite, which was found. */
function wanted({ branch = [], baseline }: Given<typeof options>): string {
  const all = [
    ...branch.map((name) => `the branch “${harmless(name)}”`),
    ...(baseline === undefined ? [] : [`the run “${harmless(baseline)}” as a baseline`]),
  ];
  return all.join(', ');
}

/** Follows it; an interruption stops it at the server, unless it is to be kept. A second one ends this at once. */
async function follow(
  client: PromptVaultClient,
  started: SuiteRun,
  terminal: Terminal,
  keep: boolean,
): Promise<{ run: SuiteRun; wasInterrupted: boolean }> {
  const abort = new AbortController();
  const interrupt = () => {
    if (abort.signal.aborted) process.exit(130);
    abort.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  try {
    const run = await followSuiteRun(client, started, { terminal, signal: abort.signal });
    if (run.status !== 'running' || keep) return { run, wasInterrupted: abort.signal.aborted };
    terminal.note('Stopping it …');
    const { response } = await client.POST('/api/v1/suite-runs/{suiteRunId}/stop', {
      params: { path: { suiteRunId: run.id } },
    });
    // 409: it ended by itself meanwhile.
    if (!response.ok && response.status !== 409)
      throw new Failure('It could not be stopped, and may go on at the server.', 130);
    for (let looks = 0; looks < 60; looks++) {
      const now = await readRun(client, run);
      if (now.status !== 'running') return { run: now, wasInterrupted: true };
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Failure('It was asked to stop, and has not stopped yet.', 130);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
  }
}

async function missedOf(client: PromptVaultClient, report: Report): Promise<Item[]> {
  const missed: Item[] = [];
  for (const show of ['failed', 'error'] as const) {
    if ((show === 'failed' ? report.failed : report.errors) === 0) continue;
    const params = { path: { suiteRunId: report.id }, query: { show, limit: 50 } };
    missed.push(...(await answerOf(client.GET('/api/v1/suite-runs/{suiteRunId}/items', { params }))).items);
  }
  return missed.sort((a, b) => a.position - b.position);
}

/** Before anything is spent: a report that cannot be written is no report. @throws Failure */
async function makeRoom(file: string): Promise<void> {
  try {
    await makeFolder(dirname(resolve(file)));
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** One after the other: Node's own way to make all at once never ends where a file system denies that it is there. */
async function makeFolder(folder: string, depth = 0): Promise<void> {
  const code = await mkdir(folder).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
  );
  if (code === undefined || code === 'EEXIST') return;
  if (code !== 'ENOENT' || dirname(folder) === folder || depth > 100) throw new Error(code);
  await makeFolder(dirname(folder), depth + 1);
  await mkdir(folder);
}

async function writeFiles(
  client: PromptVaultClient,
  suiteRunId: string,
  files: Readonly<Record<'junit' | 'json', string | undefined>>,
): Promise<void> {
  for (const format of ['junit', 'json'] as const) {
    const file = files[format];
    if (file === undefined) continue;
    const params = { path: { suiteRunId }, query: { format } };
    const text = await answerOf(
      client.GET('/api/v1/suite-runs/{suiteRunId}/export', { params, parseAs: 'text' }),
    );
    await writeFile(file, text).catch((error: unknown) => {
      throw new Failure(
        `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }
}
