/**
 * Single runs that later modules make as part of their own work, such as a case of a suite: prepared and placed in
 * one transaction, awaited outside of any. They hold and settle the budget, and stand in the history under what made them.
 */
import { isRunOver, type RunSource, type RunStatus } from '@promptvault/contract/studio/runs/shapes';
import { layerSettings, resolveSettings, type Settings } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx, Ports, WorkScope } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { budgetOf, useLimitsOf } from '../../../account/billing/index.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { type ChosenModel, chooseModel } from '../../models/index.ts';
import { openRun } from '../open.ts';
import { findRunState, type RunColumns } from '../repository/runs.ts';
import { toTotal } from '../views.ts';
import { exampleChooser } from './choose-examples.ts';
import { placeRuns } from './place-runs.ts';
import { type ReadSource, readSource } from './read-source.ts';
import { engineOf } from './run-engine.ts';
import { tellToStop } from './stop-run.ts';

export interface PreparedRun {
  /** Of the messages: the same hash means that the same is sent. */
  sentHash: string;
  settings: Settings;
  model: ChosenModel;
  source: ReadSource;
  values: Record<string, unknown>;
  /** What wins over the settings of the document. */
  overrides: Settings;
}

/** What runs are made for by others. */
export type MadeFor = Exclude<RunColumns['origin'], 'direct' | 'part'>;

export interface RunWish {
  source: RunSource;
  values: Record<string, unknown>;
  model: { connectionId: string | null; model: string };
  settings: Settings;
}

/** @throws auth.forbidden, and what starting runs throws before anything is held */
export async function prepareRun(
  ctx: Ctx,
  { source, values, model, settings }: RunWish,
): Promise<PreparedRun> {
  requirePermission(ctx.actor, 'run.create');
  const choosing = chooseModel(ctx, model);
  const choose = exampleChooser(ctx, async () => [await choosing]);
  const [chosen, read] = await Promise.all([
    choosing,
    readSource(ctx, { source, values, context: [], choose }),
  ]);
  return {
    sentHash: read.rendered.hash,
    settings: resolveSettings(layerSettings(read.rendered.settings, settings)),
    model: chosen,
    source: read,
    values,
    overrides: settings,
  };
}

/**
 * Writes its row; the model is called once that is committed. Where a purse is given, it pays for the run and for all
 * that belongs to its answer. @throws budget.exhausted, run.purse_exhausted
 */
export async function placeRun(
  ctx: Ctx,
  { source, values, model, overrides }: PreparedRun,
  origin: MadeFor,
  purseId: string | null = null,
): Promise<string> {
  const [budget, limits] = await Promise.all([budgetOf(ctx), useLimitsOf(ctx)]);
  const {
    runs: [run],
  } = await placeRuns(ctx, {
    comparison: {
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      authorId: personOf(ctx.actor),
      promptId: source.prompt?.id ?? null,
      promptTitle: source.prompt?.title ?? null,
      createdAt: ctx.clock.now(),
    },
    sets: [{ source, values, set: null }],
    models: [model],
    origin,
    // What is measured is asked each time.
    input: { context: [], settings: overrides, keepContext: false, confirmedTools: [], fresh: true },
    budget,
    limits,
    purseId,
  });
  return (run as { id: string }).id;
}

export interface RunOutcomeFacts {
  status: RunStatus;
  output: string;
  durationMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  microDollars: number | null;
  /** Why the model ended; null before its end. */
  finishReason: string | null;
  error: { code: string; message: string } | null;
}

const lookAgainMs = 500;

/** Waits until the run is over, wherever it is called. Undefined when there is none, or the signal is aborted first. */
export async function runOutcome(
  ports: Ports,
  scope: WorkScope,
  runId: string,
  signal: AbortSignal,
): Promise<RunOutcomeFacts | undefined> {
  while (!signal.aborted) {
    const over = engineOf(ports).over(runId);
    if (over) await untilOr(over, signal);
    if (signal.aborted) return undefined;
    const row = await ports.within(scope, (ctx) => findRunState(ctx.tx, ctx.organizationId, runId));
    if (!row) return undefined;
    if (isRunOver(row.status)) return factsOf(row);
    await ports.clock.sleep(lookAgainMs, signal).catch(() => undefined);
  }
  return undefined;
}

/** Waits for the promise, or for the signal; leaves no listener behind. */
async function untilOr(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  let leave = () => {};
  const aborted = new Promise<void>((resolve) => {
    leave = resolve;
    signal.addEventListener('abort', leave, { once: true });
  });
  await Promise.race([promise, aborted]);
  signal.removeEventListener('abort', leave);
}

const factsOf = (row: RunColumns): RunOutcomeFacts => ({
  status: row.status,
  output: row.output,
  durationMs: row.durationMs,
  inputTokens: row.inputTokens,
  outputTokens: row.outputTokens,
  microDollars: toTotal(row),
  finishReason: row.finishReason,
  error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
});

/** What came of a run that the actor may read, so far. @throws auth.forbidden, resource.not_found */
export async function readRunOutcome(ctx: Ctx, runId: string): Promise<RunOutcomeFacts> {
  const { id } = await openRun(ctx, { runId }, 'run.read');
  const row = await findRunState(ctx.tx, ctx.organizationId, id);
  if (!row) throw ResourceError.not_found();
  return factsOf(row);
}

/** Stops it wherever it is called. Returns at once. */
export function stopRunById(ports: Ports, organizationId: string, runId: string): void {
  if (!engineOf(ports).stop(runId)) void tellToStop(ports, organizationId, [runId]);
}
