/** One item: its run is prepared and placed, awaited, judged and written. */
import { createHash } from 'node:crypto';
import { LimitError } from '@promptvault/contract/account/billing/errors';
import { DomainError } from '@promptvault/contract/errors';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import { canonicalJson } from '@promptvault/document';
import { type AssertedAnswer, evaluateAssertions, judgeCase } from '@promptvault/document/assertions';
import type { Ports, WorkScope } from '../../../../foundation/context/ctx.ts';
import {
  isBudgetCode,
  type PreparedRun,
  placeRun,
  prepareRun,
  type RunOutcomeFacts,
  readPurse,
  runOutcome,
} from '../../runs/index.ts';
import {
  addJudge,
  addMeaning,
  type CaseState,
  endItem,
  findAnswered,
  findItem,
  type ItemOutcome,
  type ItemRow,
  updateItem,
} from '../repository/suite-items.ts';
import { countItem, type SuiteRunRow } from '../repository/suite-runs.ts';
import type { Lane } from '../schema.ts';
import { createAids } from './assertion-aids.ts';
import type { Patience } from './await-connection.ts';
import { tellProgress } from './tell-followers.ts';

export interface RunningSuite {
  ports: Ports;
  run: SuiteRunRow;
  promptId: string;
  name: string;
  /** Whoever started it: what they may do now is what their suite may do. */
  scope: WorkScope;
  signal: AbortSignal;
  patience: Patience;
  /** Runs that are on their way. */
  calling: Set<string>;
  /** Items that have an answer on its way, or being judged. */
  going: Set<number>;
  /** Ends the whole suite, for a reason in words. */
  fail(reason: string): void;
  failure?: string;
  /** Ends the whole run where nothing is left of its budget; it can be gone on with under a higher one. */
  stopSpent(reason: string): void;
  spent?: string;
}

interface Begun {
  state: CaseState;
  lane: Lane;
  runId: string;
  reused: boolean;
  /** Runs of its judges from before the process died, by what they were asked. */
  judging: ItemRow['judging'];
  /** Meanings from then, likewise. */
  meanings: ItemRow['meanings'];
}

const excerptLength = 300;

export async function runItem(suite: RunningSuite, position: number): Promise<void> {
  while ((await tryItem(suite, position)) === 'again' && !suite.signal.aborted)
    await suite.ports.clock.sleep(lookAgainMs, suite.signal).catch(() => undefined);
}

/** A report has no list of errors beside it: the first says where to look. */
const reasonOf = ({ message, issues: [first] }: DomainError): string => first?.message ?? message;

/** What others hold of the budget comes back in part when they end: until then it is not spent. */
const lookAgainMs = 200;

async function tryItem(suite: RunningSuite, position: number): Promise<'again' | undefined> {
  try {
    const begun = await begin(suite, position);
    if (!begun) return undefined;
    suite.going.add(position);
    const outcome = await answerOf(suite, begun.runId);
    if (!outcome) return undefined;
    if (!begun.reused && (await isToBeAskedAgain(suite, position, begun.lane, outcome))) return 'again';
    if (outcome.error?.code === RunError.purse_exhausted.code)
      return waitOrStop(suite, position, outcome.error);
    const judged = await judge(suite, position, begun, outcome);
    // Judges that were stopped said nothing: what they had said before is kept with the item, which waits again.
    if (suite.signal.aborted) return undefined;
    await end(suite, position, judged);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // What a budget or a limit refuses to one item it refuses to all that follow.
    if (error.code === RunError.purse_exhausted.code) return waitOrStop(suite, position, error);
    if (isBudgetCode(error.code) || error.code === LimitError.reached.code) {
      suite.fail(error.message);
      return undefined;
    }
    await end(suite, position, { status: 'error', reason: reasonOf(error), score: 0 });
  } finally {
    suite.going.delete(position);
  }
  return undefined;
}

/** Its connection is left alone for a while: the item waits as long, and nothing is said about it. */
async function isToBeAskedAgain(
  { patience, signal, going, ...suite }: RunningSuite,
  position: number,
  { connectionId }: Lane,
  { status, error }: RunOutcomeFacts,
): Promise<boolean> {
  await patience.ended(connectionId, status);
  if (!(await patience.isWorthAgain(connectionId, error?.code, signal))) return false;
  going.delete(position);
  await putBack(suite, position);
  return true;
}

const putBack = ({ ports, run, scope }: Pick<RunningSuite, 'ports' | 'run' | 'scope'>, position: number) =>
  ports.within({ ...scope, onBehalfOf: null }, (ctx) =>
    updateItem(ctx, run.id, position, { status: 'waiting' }),
  );

/** The item waits again: what it has bought so far stays with it. */
async function waitOrStop(
  { ports, run, scope, going, stopSpent }: RunningSuite,
  position: number,
  { message }: { message: string },
): Promise<'again' | undefined> {
  going.delete(position);
  const held = await ports.within({ ...scope, onBehalfOf: null }, async (ctx) => {
    await updateItem(ctx, run.id, position, { status: 'waiting' });
    return run.purseId === null ? 0 : ((await readPurse(ctx, run.purseId))?.heldMicroDollars ?? 0);
  });
  if (held > 0 || going.size > 0) return 'again';
  stopSpent(message);
  return undefined;
}

/** The run of this item: one from before the process died, one that got the same, or a new one. */
async function begin(
  { ports, run, scope, promptId }: RunningSuite,
  position: number,
): Promise<Begun | undefined> {
  const kept = await keptRun({ ports, run, scope }, position);
  return ports.within(scope, async (ctx) => {
    const found = await findItem(ctx, run.id, position);
    const lane = run.lanes[found?.item.lane ?? -1];
    if (!found || !lane || found.item.status !== 'waiting') return undefined;
    const { item, state } = found;
    if (kept !== undefined) {
      await updateItem(ctx, run.id, position, { status: 'running' });
      return {
        state,
        lane,
        runId: kept,
        reused: item.reused,
        judging: item.judging,
        meanings: item.meanings,
      };
    }
    const prepared = await prepareRun(ctx, {
      source: { kind: 'version', promptId, number: lane.version },
      values: state.values,
      model: { connectionId: lane.connectionId, model: lane.model },
      settings: lane.settings,
    });
    const sentKey = keyOf(prepared, item);
    const answered = run.plan.reuse ? await findAnswered(ctx, sentKey) : undefined;
    const runId = answered ?? (await placeRun(ctx, prepared, 'suite', run.purseId));
    const reused = answered !== undefined;
    await updateItem(ctx, run.id, position, { status: 'running', runId, sentKey, reused });
    return { state, lane, runId, reused, judging: {}, meanings: {} };
  });
}

/** A run that this item has from before and whose answer is whole; others are made anew. */
async function keptRun(
  { ports, run, scope }: Pick<RunningSuite, 'ports' | 'run' | 'scope'>,
  position: number,
) {
  const item = await ports.within(scope, async (ctx) => (await findItem(ctx, run.id, position))?.item);
  if (!item?.runId) return undefined;
  const outcome = await runOutcome(ports, scope, item.runId, AbortSignal.timeout(5_000));
  return outcome?.status === 'finished' ? item.runId : undefined;
}

/** The same messages to the same model with the same settings, and the same one of several repetitions. */
function keyOf({ sentHash, model, settings }: PreparedRun, { repetition }: ItemRow): string {
  const facts = canonicalJson([sentHash, model.connectionId, model.model, settings as never, repetition]);
  return createHash('sha256').update(facts).digest('hex');
}

async function answerOf({ ports, scope, signal, calling }: RunningSuite, runId: string) {
  calling.add(runId);
  const outcome = await runOutcome(ports, { ...scope, onBehalfOf: null }, runId, signal);
  if (outcome) calling.delete(runId);
  // Stopped or shut down meanwhile: the item waits again, and nothing is said about it.
  return signal.aborted ? undefined : outcome;
}

async function judge(
  suite: RunningSuite,
  position: number,
  { state, runId, reused, judging, meanings }: Begun,
  outcome: RunOutcomeFacts,
): Promise<ItemOutcome> {
  const { output, durationMs, inputTokens, outputTokens, microDollars, finishReason, status, error } =
    outcome;
  const spent = reused ? 0 : microDollars;
  const facts = {
    runId,
    reused,
    excerpt: output.slice(0, excerptLength).toWellFormed(),
    latencyMs: durationMs,
    inputTokens,
    outputTokens,
  };
  if (status !== 'finished')
    return {
      ...facts,
      status: 'error',
      score: 0,
      microDollars: spent,
      reason: error?.message ?? whyNot[status] ?? status,
    };
  const answer: AssertedAnswer = {
    output,
    expected: state.expected,
    values: state.values,
    latencyMs: durationMs,
    microDollars,
    inputTokens,
    outputTokens,
    finishReason,
  };
  const aids = createAids(suite, {
    judging,
    note: (ctx, judge) => addJudge(ctx, suite.run.id, position, judge),
    meanings,
    noteMeaning: (ctx, bought) => addMeaning(ctx, suite.run.id, position, bought),
  });
  const results = await evaluateAssertions(state.assertions, answer, aids);
  const verdict = judgeCase(results, state.passScore);
  const all = spent === null && aids.spent() === 0 ? null : (spent ?? 0) + aids.spent();
  return {
    ...facts,
    status: verdict.passed ? 'passed' : 'failed',
    score: verdict.score,
    results,
    microDollars: all,
  };
}

const whyNot: Partial<Record<RunOutcomeFacts['status'], string>> = {
  stopped: 'The run was stopped by a person.',
  interrupted: 'The run was interrupted before its end.',
};

async function end(
  { ports, run, scope }: RunningSuite,
  position: number,
  outcome: ItemOutcome,
): Promise<void> {
  await ports.within({ ...scope, onBehalfOf: null }, async (ctx) => {
    if (!(await endItem(ctx, run.id, position, outcome))) return;
    await countItem(ctx, run.id, {
      status: outcome.status as 'passed' | 'failed' | 'error',
      reused: outcome.reused ?? false,
      microDollars: outcome.microDollars ?? 0,
    });
    tellProgress(ctx, run.id);
  });
}
