/** The items of candidates: each is run, judged and written, several at a time. */
import { LimitError } from '@promptvault/contract/account/billing/errors';
import { DomainError } from '@promptvault/contract/errors';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { PromptDocument } from '@promptvault/document';
import { evaluateAssertions, judgeCase } from '@promptvault/document/assertions';
import {
  isBudgetCode,
  placeRun,
  prepareRun,
  type RunOutcomeFacts,
  readPurse,
  runOutcome,
} from '../../runs/index.ts';
import { createAids } from '../../suites/index.ts';
import {
  addBought,
  findOptimiserItem,
  listCandidates,
  listWaiting,
  type OptimiserItemRow,
  writeItem,
} from '../repository/candidates.ts';
import { Aborted, byItself, Ending, type Running } from './running.ts';
import { tellProgress } from './tell-followers.ts';

const atOnce = 4;
const lookAgainMs = 200;
const excerptLength = 2_000;

type Place = Pick<OptimiserItemRow, 'candidateId' | 'position'>;

/** Judges all that wait. @throws Ending, Aborted, and what placing a run throws */
export async function judgeItems(running: Running): Promise<void> {
  const waiting = await byItself(running, (ctx) => listWaiting(ctx, running.row.id));
  const all = await byItself(running, (ctx) => listCandidates(ctx, running.row.id));
  const documents = new Map(all.map(({ id, document }) => [id, document]));
  const going = new Set<string>();
  let broken = false;

  async function worker(): Promise<void> {
    for (let place = waiting.shift(); place && !broken; place = waiting.shift()) {
      const document = documents.get(place.candidateId);
      if (!document) continue;
      const name = `${place.candidateId} ${place.position}`;
      for (;;) {
        if (running.signal.aborted) throw new Aborted();
        try {
          going.add(name);
          await judgeItem(running, place, document);
          break;
        } catch (error) {
          going.delete(name);
          if (!(error instanceof DomainError) || !isSpent(error)) throw error;
          // What others hold comes back in part when they end: until then it is not spent.
          if (going.size === 0 && (await nothingHeld(running))) throw new Ending('budget', error.message);
          await running.ports.clock.sleep(lookAgainMs, running.signal).catch(() => undefined);
        } finally {
          going.delete(name);
        }
      }
    }
  }
  const ends = await Promise.allSettled(
    Array.from({ length: atOnce }, () =>
      worker().catch((error) => {
        broken = true;
        throw error;
      }),
    ),
  );
  const end = ends.find(({ status }) => status === 'rejected');
  if (end?.status === 'rejected') throw end.reason;
}

const isSpent = (error: DomainError) => error.code === RunError.purse_exhausted.code;

const nothingHeld = async (running: Running): Promise<boolean> =>
  ((await byItself(running, (ctx) => readPurse(ctx, running.row.purseId)))?.heldMicroDollars ?? 0) === 0;

async function judgeItem(running: Running, place: Place, document: PromptDocument): Promise<void> {
  const found = await byItself(running, (ctx) => findOptimiserItem(ctx, place.candidateId, place.position));
  if (!found) return;
  const { item, state } = found;
  try {
    const { runId, outcome } = await answerOf(running, item, state.values, document);
    await write(running, place, await judge(running, found, runId, outcome));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // What a budget or a limit refuses to one item it refuses to all that follow.
    if (isSpent(error)) throw error;
    if (isBudgetCode(error.code) || error.code === LimitError.reached.code)
      throw new Ending('fault', error.message);
    await write(running, place, { status: 'error', reason: error.message, score: 0 });
  }
}

/** An answer from before the process died, or a new one. */
async function answerOf(
  { ports, row, scope, signal, patience, calling }: Running,
  item: OptimiserItemRow,
  values: Record<string, unknown>,
  document: PromptDocument,
): Promise<{ runId: string; outcome: RunOutcomeFacts }> {
  const whole = async (runId: string) => {
    calling.add(runId);
    const outcome = await runOutcome(ports, { ...scope, onBehalfOf: null }, runId, signal);
    if (signal.aborted || !outcome) throw new Aborted();
    calling.delete(runId);
    return outcome;
  };
  if (item.runId !== null) {
    const outcome = await whole(item.runId);
    if (outcome.status === 'finished') return { runId: item.runId, outcome };
  }
  const lane = row.plan.lanes[item.lane];
  if (!lane) throw new Aborted();
  const placed = () =>
    ports.within(scope, async (ctx) => {
      const prepared = await prepareRun(ctx, {
        source: { kind: 'document', document, promptId: row.promptId },
        values,
        model: { connectionId: lane.connectionId, model: lane.model },
        settings: lane.settings,
      });
      const runId = await placeRun(ctx, prepared, 'suite', row.purseId);
      await writeItem(ctx, item.candidateId, item.position, { status: 'running', runId });
      return runId;
    });
  for (;;) {
    const runId = await placed();
    const outcome = await whole(runId);
    await patience.ended(lane.connectionId, outcome.status);
    if (!(await patience.isWorthAgain(lane.connectionId, outcome.error?.code, signal)))
      return { runId, outcome };
    if (signal.aborted) throw new Aborted();
  }
}

async function judge(
  { ports, row, scope, signal, patience }: Running,
  { item, state }: NonNullable<Awaited<ReturnType<typeof findOptimiserItem>>>,
  runId: string,
  outcome: RunOutcomeFacts,
): Promise<Partial<OptimiserItemRow>> {
  const { output, status, error, durationMs, inputTokens, outputTokens, microDollars, finishReason } =
    outcome;
  const facts = { runId, microDollars, excerpt: output.slice(0, excerptLength).toWellFormed() };
  if (status !== 'finished') {
    if (error?.code === RunError.purse_exhausted.code) throw new Ending('budget', error.message);
    return { ...facts, status: 'error', score: 0, reason: error?.message ?? 'The run ended before its end.' };
  }
  const answer = {
    ...{ output, expected: state.expected, values: state.values, latencyMs: durationMs },
    ...{ microDollars, inputTokens, outputTokens, finishReason },
  };
  const aids = createAids(
    { ports, scope, signal, patience, run: { purseId: row.purseId } },
    {
      // What was said of an answer from before says nothing of a new one: what was asked holds the answer.
      judging: item.judging,
      note: (ctx, { asked, runId }) => addBought(ctx, item, 'judging', { [asked]: runId }),
      meanings: item.meanings,
      noteMeaning: (ctx, { asked, meaning }) => addBought(ctx, item, 'meanings', { [asked]: meaning }),
    },
  );
  const results = await evaluateAssertions(state.assertions, answer, aids);
  if (signal.aborted) throw new Aborted();
  const { passed, score } = judgeCase(results, state.passScore);
  return { ...facts, status: passed ? 'passed' : 'failed', score, results };
}

const write = (running: Running, { candidateId, position }: Place, changes: Partial<OptimiserItemRow>) =>
  byItself(running, async (ctx) => {
    await writeItem(ctx, candidateId, position, changes);
    tellProgress(ctx, running.row.id);
  });
