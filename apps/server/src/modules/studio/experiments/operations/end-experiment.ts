import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { notify } from '../../../account/notifications/index.ts';
import { liftTrial } from '../../../vault/prompts/index.ts';
import { ExperimentEnded } from '../events.ts';
import { experimentStopped } from '../notices.ts';
import { changeExperiment, type ExperimentRow, lockExperiment } from '../repository/experiments.ts';
import { peopleOf } from '../repository/people.ts';
import type { ExperimentEnd } from '../schema.ts';
import { tellExperiments } from './tell-followers.ts';

export const isLive = ({ status }: Pick<ExperimentRow, 'status'>): boolean =>
  status === 'running' || status === 'paused';

const told: readonly string[] = ['guard', 'end_date', 'label_moved', 'person'];

/**
 * Ends one that goes on or is paused: the label means what it points at again, in this very transaction, and the people
 * with the prompt are told. @returns undefined when it was over already
 */
export async function endExperiment(
  ctx: Ctx,
  { id, promptId, label }: ExperimentRow,
  status: 'stopped' | 'concluded',
  end: ExperimentEnd,
): Promise<ExperimentRow | undefined> {
  await liftTrial(ctx, { promptId, label }, id);
  const held = await lockExperiment(ctx, id);
  if (!held || !isLive(held)) return undefined;
  const at = ctx.clock.now();
  const row = await changeExperiment(ctx, id, { status, end, endedAt: at, updatedAt: at });
  if (!row) return undefined;
  const { reason, metric, variant } = end;
  await ctx.emit(
    ExperimentEnded,
    { kind: 'experiment', id },
    { promptId, name: row.name, label, reason, metric, variant },
  );
  if (told.includes(reason))
    await notify(ctx, {
      kind: experimentStopped.kind,
      to: [...(await peopleOf(ctx, promptId)), row.createdBy, row.startedBy].filter((one) => one !== null),
      subject: { kind: 'experiment', id },
      data: { reason, label, metric, variant },
      key: `${id} ${at.toISOString()}`,
    });
  tellExperiments(ctx, id);
  return row;
}
