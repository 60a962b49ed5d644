/**
 * Self-consistency: the same is asked several times, by runs of their own that are parts of this one, and the answer
 * given most often becomes the answer of this run, which calls no model itself.
 */
import { isRunOver, type VoteResultView } from '@promptvault/contract/studio/runs/shapes';
import type { Settings } from '@promptvault/document';
import { drawSample, type SelfConsistency, takeVote } from '@promptvault/document/techniques';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { toDomainError } from '../../../../foundation/errors/problem.ts';
import { settleReserved } from '../../../account/billing/index.ts';
import { settlePurse } from '../repository/purses.ts';
import { dropHold, findRunState, type RunColumns } from '../repository/runs.ts';
import type { LiveRun, RunOrder, Timing } from './execute-run.ts';
import { toldToAll } from './names-of-pairs.ts';
import { placePart } from './place-part.ts';
import { isBudgetCode } from './purses.ts';

/** Instead of calling the model. Does not touch the row. Never throws. */
export async function askSeveral(
  ports: Ports,
  live: LiveRun,
  selfConsistency: SelfConsistency,
): Promise<Timing> {
  const { order, progress } = live;
  const { selfConsistency: _here, ...techniques } = order.techniques;
  live.startedAt = ports.clock.now();
  const began = ports.clock.monotonic();
  try {
    const samples = await placeSamples(ports, live, { ...order, techniques }, selfConsistency);
    const rows = new Map<string, RunColumns>();
    tell(live, samples, rows, selfConsistency);
    await Promise.all(
      samples.map(async (sample) => {
        await live.call(sample);
        const row = await rowOf(ports, sample);
        if (row) rows.set(sample.runId, row);
        live.partsMicroDollars += (row?.costMicroDollars ?? 0) + (row?.rolledMicroDollars ?? 0);
        tell(live, samples, rows, selfConsistency);
      }),
    );
    conclude(live, samples, rows);
  } catch (error) {
    const { code, message } = toDomainError(error);
    const isSpent = isBudgetCode(code);
    if (!isSpent) ports.log.error('samples could not be asked', { error, run: order.runId });
    progress.end = { error: { code: code as never, message, retryable: !isSpent } };
  }
  const durationMs = Math.round(ports.clock.monotonic() - began);
  return { timeToFirstTokenMs: null, durationMs };
}

/** What this run held for all of them is given back, and each holds its own. @throws budget.exhausted */
function placeSamples(
  ports: Ports,
  live: LiveRun,
  order: RunOrder,
  plan: SelfConsistency,
): Promise<RunOrder[]> {
  const { organizationId, runId, authorId, messages, attachments } = order;
  const scope = { organizationId, job: 'studio/runs.vote', onBehalfOf: authorId };
  return ports.within(scope, async (ctx) => {
    const dropped = await dropHold(ctx.tx, { organizationId, runId });
    if (dropped) {
      const { createdAt: startedAt, held, purseId, purseHeld } = dropped;
      await settleReserved(ctx, { startedAt, held, spent: 0 });
      if (purseId !== null) await settlePurse(ctx, purseId, { held: purseHeld, spent: 0 });
    }
    const placed: RunOrder[] = [];
    for (let index = 0; index < plan.samples; index += 1) {
      const settings = drawSample(order.settings, plan, index);
      const id = await placePart(ctx, {
        parentId: runId,
        kind: 'vote',
        model: order.model,
        messages,
        attachments,
        settings,
        sampleIndex: index,
        processId: live.processId,
      });
      // The form is asked for, but judged once, by the answer that wins.
      placed.push({ ...order, runId: id, settings, form: null, rolledMicroDollars: 0 });
    }
    return placed;
  });
}

function rowOf(ports: Ports, { organizationId, runId }: RunOrder): Promise<RunColumns | undefined> {
  const scope = { organizationId, job: 'studio/runs.vote', onBehalfOf: null };
  return ports.within(scope, (ctx) => findRunState(ctx.tx, organizationId, runId));
}

/** What a model says as it refuses, or said until a filter stopped it, is no answer that could win. */
const isDeclined = ({ finishReason }: Pick<RunColumns, 'finishReason'>) =>
  finishReason === 'refusal' || finishReason === 'content_filter';

/**
 * Who speaks for all: the sample that won, or the first from which an answer was to be taken. Only where all were declined
 * is the run as well.
 */
export function speakerOf(
  all: readonly (RunColumns | undefined)[],
  winner: number | null,
): { row: RunColumns; finishReason: string } | undefined {
  const answered = all.filter((row) => row?.status === 'finished');
  const row =
    winner === null ? (answered.find((one) => one && !isDeclined(one)) ?? answered[0]) : all[winner];
  if (!row) return undefined;
  return { row, finishReason: isDeclined(row) ? (row.finishReason ?? 'stop') : 'stop' };
}

/** Counts what has come so far; samples without a row are still asked. */
export function voteOf(
  samples: readonly string[],
  rows: ReadonlyMap<string, RunColumns>,
  { settings, plan }: { settings: Settings; plan: SelfConsistency },
): VoteResultView {
  const texts = samples.map((runId) => {
    const row = rows.get(runId);
    if (row?.status !== 'finished') return undefined;
    return isDeclined(row) ? '' : row.output;
  });
  const { votes, agreement, winner, answers } = takeVote(texts, plan.answer);
  return {
    samples: samples.map((runId, place) => {
      const { sampling = null, temperature = null } = drawSample(settings, plan, place);
      const status = rows.get(runId)?.status ?? 'running';
      return { runId, status, answer: answers[place] ?? null, drawn: { sampling, temperature } };
    }),
    votes,
    agreement,
    winner,
  };
}

function tell(
  live: LiveRun,
  samples: readonly RunOrder[],
  rows: ReadonlyMap<string, RunColumns>,
  selfConsistency: SelfConsistency,
): void {
  const vote = voteOf(
    samples.map(({ runId }) => runId),
    rows,
    { settings: live.order.settings, plan: selfConsistency },
  );
  live.result = { pairs: live.result?.pairs ?? null, vote };
  live.journal.push([{ type: 'technique', runId: live.order.runId, result: toldToAll(live.result) }]);
}

/** The sample that won speaks for all; where no answer could be taken from any, the first that answered. */
function conclude(live: LiveRun, samples: readonly RunOrder[], rows: ReadonlyMap<string, RunColumns>): void {
  const { journal, progress, abort, result } = live;
  const all = samples.map(({ runId }) => rows.get(runId));
  const answered = all.filter((row) => row?.status === 'finished');
  const winner = result?.vote?.winner ?? null;
  const speaker = speakerOf(all, winner);
  if (abort.signal.aborted) {
    progress.end = { reason: 'interrupted' };
    return;
  }
  if (!speaker) {
    const failed = all.find((row) => row && isRunOver(row.status) && row.errorCode !== null);
    const message = failed?.errorMessage ?? 'No sample gave an answer.';
    const code = (failed?.errorCode ?? 'model.provider_error') as never;
    progress.end = { error: { code, message, retryable: failed?.errorRetryable ?? true } };
    return;
  }
  const { row: best, finishReason } = speaker;
  const declined = answered.filter((row) => row && isDeclined(row)).length;
  // What a model does not take of what its samples are drawn with is said where the vote is.
  const remarks = [...new Set(answered.flatMap((row) => row?.warnings ?? []))];
  const told = [
    ...remarks.flatMap((message) => progress.take({ type: 'warning', message })),
    ...progress.take({ type: 'reasoning-delta', text: best.reasoning }),
    ...progress.take({ type: 'text-delta', text: best.output }),
  ];
  if (winner === null && !isDeclined(best))
    told.push(
      ...progress.take({
        type: 'warning',
        message: 'No sample holds an answer by the rule of the prompt; this is the first of them.',
      }),
    );
  if (declined > 0)
    told.push(
      ...progress.take({
        type: 'warning',
        message: `${declined} of ${samples.length} samples were refused by the model or stopped by a filter, and have no vote.`,
      }),
    );
  if (answered.length < samples.length)
    told.push(
      ...progress.take({
        type: 'warning',
        message: `${samples.length - answered.length} of ${samples.length} samples gave no answer.`,
      }),
    );
  journal.push([...told, ...progress.take({ type: 'end', finishReason: finishReason as never })]);
}
