import { ExperimentError } from '@promptvault/contract/studio/experiments/errors';
import {
  type createExperimentBody,
  disagreement,
  metricsAgree,
  type updateExperimentBody,
} from '@promptvault/contract/studio/experiments/shapes';
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { forgetExposures, loadSource, openPrompt, type Prompt } from '../../../vault/prompts/index.ts';
import { ExperimentCreated, ExperimentDeleted, ExperimentUpdated } from '../events.ts';
import type { OpenedExperiment } from '../open.ts';
import {
  changeExperiment,
  deleteValues,
  type ExperimentRow,
  insertExperiment,
} from '../repository/experiments.ts';
import type { ExperimentPlan } from '../schema.ts';
import { isLive } from './end-experiment.ts';
import { tellExperiments } from './tell-followers.ts';

export type CreateExperiment = z.output<typeof createExperimentBody>;
export type UpdateExperiment = z.output<typeof updateExperimentBody> & {
  experimentId: string;
  revision: number;
};

export const factsOf = ({ promptId, name, label }: ExperimentRow) => ({ promptId, name, label });
export const subjectOf = ({ id }: ExperimentRow) => ({ kind: 'experiment', id });
const timeOf = (at: string | null) => (at === null ? null : new Date(at));

/** @throws prompt.version_unknown */
async function requireVariants(
  ctx: Ctx,
  promptId: string,
  variants: ExperimentPlan['variants'],
): Promise<void> {
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  for (const { version } of variants) await loadSource(ctx, prompt, { kind: 'version', number: version });
}

/** @throws prompt.label_reserved, prompt.version_unknown */
export async function createExperiment(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'experiment.write'>,
  { promptId: _prompt, label, name, hypothesis, endsAt, ...plan }: CreateExperiment,
): Promise<OpenedExperiment> {
  if (label === 'latest') throw PromptError.label_reserved({ label });
  await requireVariants(ctx, prompt.id, plan.variants);
  const at = ctx.clock.now();
  const by = personOf(ctx.actor);
  const row = await insertExperiment(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    ...{ label, name, hypothesis, plan },
    endsAt: timeOf(endsAt),
    status: 'draft',
    salt: ctx.newId(),
    spans: [],
    approvals: [],
    createdBy: by,
    changedBy: by,
    createdAt: at,
    updatedAt: at,
  });
  await ctx.emit(ExperimentCreated, subjectOf(row), factsOf(row));
  tellExperiments(ctx, row.id);
  return { row, prompt };
}

export const getExperiment = async (
  _ctx: Ctx,
  opened: Authorized<OpenedExperiment, 'experiment.read'>,
): Promise<OpenedExperiment> => opened;

/**
 * The plan as it was, with what was given: the two together are one plan, and must agree.
 * @throws request.invalid
 */
function mergePlan(plan: ExperimentPlan, given: Partial<ExperimentPlan>): ExperimentPlan {
  const merged = { ...plan, ...given };
  if (!metricsAgree(merged))
    throw RequestError.invalid().with([{ path: ['guards'], code: 'custom', message: disagreement }]);
  return merged;
}

/** @throws request.stale, request.invalid, experiment.wrong_status, prompt.version_unknown */
export async function updateExperiment(
  ctx: Ctx,
  { row, prompt }: Authorized<OpenedExperiment, 'experiment.write'>,
  { experimentId: _id, revision, name, hypothesis, endsAt, ...given }: UpdateExperiment,
): Promise<OpenedExperiment> {
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const isDraft = row.status === 'draft';
  const changesPlan = Object.keys(asked).length > 0;
  if (!isDraft && (changesPlan || !isLive(row))) throw ExperimentError.wrong_status({ status: row.status });
  if (row.revision !== revision) throw RequestError.stale({ current: row.revision });
  const plan = changesPlan ? mergePlan(row.plan, asked as Partial<ExperimentPlan>) : row.plan;
  await requireVariants(ctx, row.promptId, plan.variants);
  const changed = await changeExperiment(
    ctx,
    row.id,
    {
      plan,
      updatedAt: ctx.clock.now(),
      ...(name === undefined ? {} : { name }),
      ...(hypothesis === undefined ? {} : { hypothesis }),
      ...(endsAt === undefined ? {} : { endsAt: timeOf(endsAt) }),
      // What was agreed to is what was seen.
      ...(isDraft ? { approvals: [], changedBy: personOf(ctx.actor) } : {}),
    },
    revision,
  );
  if (!changed) throw RequestError.stale({ current: row.revision });
  await ctx.emit(ExperimentUpdated, subjectOf(changed), factsOf(changed));
  tellExperiments(ctx, row.id);
  return { row: changed, prompt };
}

/** With it goes what is known of its subjects. @throws request.stale, experiment.wrong_status */
export async function deleteExperiment(
  ctx: Ctx,
  { row }: Authorized<OpenedExperiment, 'experiment.write'>,
  { revision }: { revision: number },
): Promise<void> {
  if (isLive(row)) throw ExperimentError.wrong_status({ status: row.status });
  const gone = await changeExperiment(ctx, row.id, { deletedAt: ctx.clock.now() }, revision);
  if (!gone) throw RequestError.stale({ current: row.revision });
  await deleteValues(ctx, row.id);
  await forgetExposures(ctx, row.id);
  await ctx.emit(ExperimentDeleted, subjectOf(row), factsOf(row));
  tellExperiments(ctx, row.id);
}
