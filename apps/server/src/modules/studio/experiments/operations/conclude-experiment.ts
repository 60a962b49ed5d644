import { ExperimentError } from '@promptvault/contract/studio/experiments/errors';
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  approvalsNeeded,
  listLabels,
  openPrompt,
  requestLabelMove,
  setLabel,
} from '../../../vault/prompts/index.ts';
import { ExperimentEnded } from '../events.ts';
import type { OpenedExperiment } from '../open.ts';
import { changeExperiment, type ExperimentRow, lockExperiment } from '../repository/experiments.ts';
import { factsOf, subjectOf } from './change-experiments.ts';
import { endExperiment } from './end-experiment.ts';
import { tellExperiments } from './tell-followers.ts';

export interface Concluded extends OpenedExperiment {
  isMoved: boolean;
  requestId: string | null;
}

/**
 * Closes an experiment for good, and moves its label to a variant if wanted, by the rules of the label: where it needs
 * approvals, the move is asked for.
 * @throws experiment.wrong_status, experiment.unknown_variant, and what moving the label throws
 */
export async function concludeExperiment(
  ctx: Ctx,
  { row, prompt }: Authorized<OpenedExperiment, 'prompt.publish'>,
  { variant, note }: { variant: string | null; note: string },
): Promise<Concluded> {
  const chosen = row.plan.variants.find(({ name }) => name === variant);
  if (variant !== null && !chosen) throw ExperimentError.unknown_variant({ variant });
  const end = { reason: 'concluded', by: personOf(ctx.actor), metric: null, variant, note } as const;
  const closed = (await endExperiment(ctx, row, 'concluded', end)) ?? (await closeStopped(ctx, row, end));
  const done = { row: closed, prompt, isMoved: false, requestId: null };
  if (!chosen) return done;
  const mayRead = await openPrompt(ctx, { promptId: row.promptId }, 'prompt.read');
  const { rows } = await listLabels(ctx, mayRead);
  const known = rows.find(({ name }) => name === row.label);
  if (!known) throw PromptError.label_unknown({ label: row.label });
  if (known.targets.length === 1 && known.targets[0]?.version === chosen.version) return done;
  const move = {
    label: row.label,
    targets: [{ version: chosen.version, weight: 1 }],
    revision: known.revision,
  };
  if ((await approvalsNeeded(ctx, row.label)) === 0) {
    await setLabel(ctx, await openPrompt(ctx, row, 'prompt.publish'), move);
    return { ...done, isMoved: true };
  }
  const mayAsk = await openPrompt(ctx, { promptId: row.promptId }, 'prompt.write');
  const request = await requestLabelMove(ctx, mayAsk, {
    ...move,
    note: `${row.name}: ${variant}${note === '' ? '' : `. ${note}`}`.slice(0, 2_000),
  });
  return { ...done, requestId: request.id };
}

/** One that was stopped is closed with what was learned. */
async function closeStopped(
  ctx: Ctx,
  { id }: ExperimentRow,
  end: NonNullable<ExperimentRow['end']>,
): Promise<ExperimentRow> {
  const held = await lockExperiment(ctx, id);
  if (held?.status !== 'stopped') throw ExperimentError.wrong_status({ status: held?.status ?? 'deleted' });
  const closed = await changeExperiment(ctx, id, { status: 'concluded', end, updatedAt: ctx.clock.now() });
  if (!closed) throw ExperimentError.wrong_status({ status: 'deleted' });
  const { reason, metric, variant } = end;
  await ctx.emit(ExperimentEnded, subjectOf(closed), { ...factsOf(closed), reason, metric, variant });
  tellExperiments(ctx, id);
  return closed;
}
