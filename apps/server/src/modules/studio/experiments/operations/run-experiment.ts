/** Starting, pausing and stopping: who may do it is who may move the label. */
import { ExperimentError } from '@promptvault/contract/studio/experiments/errors';
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { approvalsNeeded, buckets, liftTrial, openPrompt, placeTrial } from '../../../vault/prompts/index.ts';
import { ExperimentApproved, ExperimentPaused, ExperimentReweighed, ExperimentStarted } from '../events.ts';
import type { OpenedExperiment } from '../open.ts';
import { changeExperiment, type ExperimentRow, liveOn, lockExperiment } from '../repository/experiments.ts';
import { factsOf, subjectOf } from './change-experiments.ts';
import { endExperiment, isLive } from './end-experiment.ts';
import { layOutBuckets, reweighBuckets } from './lay-out-buckets.ts';
import { tellExperiments } from './tell-followers.ts';

type MayMove = Authorized<OpenedExperiment, 'prompt.publish'>;

const trialOf = ({ id, salt, epoch, spans, plan }: ExperimentRow) => ({
  experimentId: id,
  ...{ salt, epoch, spans },
  variants: plan.variants.map(({ name, version }) => ({ name, version })),
  rules: plan.rules,
  parts: plan.parts,
});

/**
 * Lays the plan on the label.
 * @param approvals how many it has
 * @throws experiment.label_busy, experiment.not_control, and what `placeTrial` throws
 */
async function place(ctx: Ctx, row: ExperimentRow, approvals = row.approvals.length): Promise<void> {
  const { label } = row;
  const others = await liveOn(ctx, row.promptId, label);
  if (others.some(({ id }) => id !== row.id)) throw ExperimentError.label_busy({ label });
  const mayPublish = await openPrompt(ctx, row, 'prompt.publish');
  const isPlaced = await placeTrial(ctx, mayPublish, {
    label,
    trial: trialOf(row),
    approvals,
  });
  const version = row.plan.variants[0]?.version ?? 0;
  if (!isPlaced) throw ExperimentError.not_control({ label, version });
}

/**
 * Starts one, or goes on with one that was paused: whoever was given a variant gets it again.
 * @throws experiment.wrong_status, experiment.end_passed, experiment.label_busy, experiment.not_control, and what
 *   `placeTrial` throws
 */
export async function startExperiment(ctx: Ctx, { row, prompt }: MayMove): Promise<OpenedExperiment> {
  if (row.status !== 'draft' && row.status !== 'paused')
    throw ExperimentError.wrong_status({ status: row.status });
  const now = ctx.clock.now();
  if (row.endsAt && row.endsAt <= now) throw ExperimentError.end_passed();
  const weights = row.plan.variants.map(({ weight }) => weight);
  const spans = row.spans.length > 0 ? row.spans : layOutBuckets(weights, buckets);
  await place(ctx, { ...row, spans });
  const held = await lockExperiment(ctx, row.id);
  if (held?.revision !== row.revision)
    throw ExperimentError.wrong_status({ status: held?.status ?? 'deleted' });
  const started = await changeExperiment(ctx, row.id, {
    status: 'running',
    spans,
    startedBy: row.startedBy ?? personOf(ctx.actor),
    startedAt: row.startedAt ?? now,
    updatedAt: now,
  }).catch((error: unknown) => {
    if (isUniqueViolation(error, 'experiment_on_label'))
      throw ExperimentError.label_busy({ label: row.label });
    throw error;
  });
  if (!started) throw ExperimentError.wrong_status({ status: 'deleted' });
  await ctx.emit(ExperimentStarted, subjectOf(started), factsOf(started));
  tellExperiments(ctx, row.id);
  return { row: started, prompt };
}

/** @throws experiment.wrong_status */
export async function pauseExperiment(ctx: Ctx, { row, prompt }: MayMove): Promise<OpenedExperiment> {
  await liftTrial(ctx, row, row.id);
  const held = await lockExperiment(ctx, row.id);
  if (held?.status !== 'running') throw ExperimentError.wrong_status({ status: held?.status ?? 'deleted' });
  const paused = await changeExperiment(ctx, row.id, { status: 'paused', updatedAt: ctx.clock.now() });
  if (!paused) throw ExperimentError.wrong_status({ status: 'deleted' });
  await ctx.emit(ExperimentPaused, subjectOf(paused), factsOf(paused));
  tellExperiments(ctx, row.id);
  return { row: paused, prompt };
}

/** @throws experiment.wrong_status */
export async function stopExperiment(
  ctx: Ctx,
  { row, prompt }: MayMove,
  { note }: { note: string },
): Promise<OpenedExperiment> {
  const end = { reason: 'person', by: personOf(ctx.actor), metric: null, variant: null, note } as const;
  const ended = await endExperiment(ctx, row, 'stopped', end);
  if (!ended) throw ExperimentError.wrong_status({ status: row.status });
  return { row: ended, prompt };
}

/**
 * What was approved are the shares as they were planned: no version but the first gets more without being asked for anew.
 * Less needs nobody, as ending does not.
 * @returns how many approvals the label needs, which these weights do not
 * @throws prompt.label_protected
 */
async function requireNoMore(ctx: Ctx, { label, plan }: ExperimentRow, weights: number[]): Promise<number> {
  const needed = await approvalsNeeded(ctx, label);
  const isMore = plan.variants.some(({ weight }, index) => index > 0 && (weights[index] ?? weight) > weight);
  if (needed > 0 && isMore) throw PromptError.label_protected({ label, approvals: needed });
  return needed;
}

/**
 * Other weights from now on. Whoever was given a variant keeps it; the report begins anew with those first seen from now
 * on, for shares that change in time mislead (as Simpson's paradox does).
 * @throws request.stale, experiment.wrong_status, experiment.variants_differ, prompt.label_protected, and what starting throws
 */
export async function reweighExperiment(
  ctx: Ctx,
  { row, prompt }: MayMove,
  { weights, revision }: { weights: number[]; revision: number },
): Promise<OpenedExperiment> {
  if (!isLive(row)) throw ExperimentError.wrong_status({ status: row.status });
  const { variants } = row.plan;
  if (weights.length !== variants.length)
    throw ExperimentError.variants_differ({ variants: variants.length });
  if (row.revision !== revision) throw RequestError.stale({ current: row.revision });
  const needed = await requireNoMore(ctx, row, weights);
  const next = {
    plan: {
      ...row.plan,
      variants: variants.map((one, index) => ({ ...one, weight: weights[index] ?? one.weight })),
    },
    spans: reweighBuckets(row.spans, weights, buckets),
    epoch: row.epoch + 1,
  };
  if (row.status === 'running') await place(ctx, { ...row, ...next }, needed);
  const changed = await changeExperiment(ctx, row.id, { ...next, updatedAt: ctx.clock.now() }, revision);
  if (!changed) throw RequestError.stale({ current: row.revision });
  await ctx.emit(ExperimentReweighed, subjectOf(changed), factsOf(changed));
  tellExperiments(ctx, row.id);
  return { row: changed, prompt };
}

/**
 * Agrees to the plan at the revision that was read.
 * @throws request.stale, experiment.wrong_status, experiment.own_approval
 */
export async function approveExperiment(
  ctx: Ctx,
  { row, prompt }: Authorized<OpenedExperiment, 'label.approve'>,
  { revision }: { revision: number },
): Promise<OpenedExperiment> {
  if (row.status !== 'draft') throw ExperimentError.wrong_status({ status: row.status });
  const by = personOf(ctx.actor);
  if (by === null || by === row.createdBy || by === row.changedBy) throw ExperimentError.own_approval();
  const held = await lockExperiment(ctx, row.id);
  if (held?.status !== 'draft' || held.changedBy === by)
    throw ExperimentError.wrong_status({ status: held?.status ?? 'deleted' });
  // A change of the plan forgets the approvals, so this one is of the plan as it is.
  if (held.approvals.includes(by)) return { row: held, prompt };
  if (held.revision !== revision) throw RequestError.stale({ current: held.revision });
  const changed = await changeExperiment(ctx, row.id, { approvals: [...held.approvals, by] });
  if (!changed) throw ExperimentError.wrong_status({ status: 'deleted' });
  await ctx.emit(ExperimentApproved, subjectOf(changed), factsOf(changed));
  tellExperiments(ctx, row.id);
  return { row: changed, prompt };
}
