import { setTimeout as sleep } from 'node:timers/promises';
import type { components, PromptVaultClient } from '@promptvault/sdk';
import { answerOf } from './connect.ts';
import { drawMoney } from './print-report.ts';
import { harmless, type Terminal } from './terminal.ts';

export type SuiteRun = components['schemas']['SuiteRun'];

/** Shows how far it is until it is over, or the signal is aborted. @returns what is known last. @throws Failure */
export async function followSuiteRun(
  client: PromptVaultClient,
  started: SuiteRun,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<SuiteRun> {
  const from = Date.now();
  let [run, told, toldAt] = [started, 0, from];
  while (run.status === 'running' && !signal.aborted) {
    const done = run.total - run.waiting;
    const line = `${done.toLocaleString('en')} of ${run.total.toLocaleString('en')} · ${run.passed.toLocaleString('en')} passed · ${(run.failed + run.errors).toLocaleString('en')} not · ${drawMoney(run.microDollars)} · ${clock(Date.now() - from)}${waitOf(run)}`;
    terminal.progress(line);
    // Where nothing is written over, a line for each tenth, and one now and then.
    const tenth = Math.floor((done / Math.max(1, run.total)) * 10);
    if (!terminal.isLive && (tenth > told || Date.now() - toldAt > 30_000)) {
      terminal.note(line);
      [told, toldAt] = [tenth, Date.now()];
    }
    const spent = Date.now() - from;
    const wait = spent < 5_000 ? 300 : spent < 60_000 ? 1_000 : 2_000;
    if (await sleep(wait, true, { signal }).catch(() => false)) run = await readRun(client, run);
  }
  return run;
}

/** From the list of the newest, which costs the server little; by itself where newer ones came. */
export async function readRun(
  client: PromptVaultClient,
  { id, suiteId }: Pick<SuiteRun, 'id' | 'suiteId'>,
): Promise<SuiteRun> {
  const params = { path: { suiteId }, query: { limit: 3 } };
  const { items } = await answerOf(client.GET('/api/v1/suites/{suiteId}/runs', { params }));
  return (
    items.find((run) => run.id === id) ??
    answerOf(client.GET('/api/v1/suite-runs/{suiteRunId}', { params: { path: { suiteRunId: id } } }))
  );
}

/** Why nothing moves, where a connection is left alone after failures. */
function waitOf({ waitsFor }: SuiteRun): string {
  const [first] = waitsFor ?? [];
  return first ? ` · waits for ${harmless(first.connectionName ?? 'a connection that judges')}` : '';
}

const clock = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor((ms / 1_000) % 60)).padStart(2, '0')}`;
