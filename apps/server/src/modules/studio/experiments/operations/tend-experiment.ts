import { keptDays } from '@promptvault/contract/studio/experiments/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { forgetExposures } from '../../../vault/prompts/index.ts';
import {
  changeExperiment,
  deleteValues,
  type ExperimentRow,
  findExperiment,
} from '../repository/experiments.ts';
import { insertLook, listLooks } from '../repository/outcomes.ts';
import { endExperiment, isLive } from './end-experiment.ts';
import { analyseNow, reportOf } from './read-report.ts';

/** A look is kept once there are so many more subjects than at the one before: a few hundred for any length. */
const lookGrowth = 1.02;
export const keptMs = keptDays * 24 * 60 * 60 * 1_000;

/**
 * Does what nobody has to ask for: ends an experiment whose guard rail was crossed or whose end has come, notes what it
 * says now, and forgets the subjects of one that is long over. As often as one likes.
 */
export async function tendExperiment(ctx: Ctx, experimentId: string): Promise<void> {
  const row = await findExperiment(ctx, experimentId);
  if (!row) return;
  if (isLive(row)) await tendLive(ctx, row);
  else if (row.endedAt && row.endedAt.getTime() < ctx.clock.now().getTime() - keptMs) await settle(ctx, row);
}

async function tendLive(ctx: Ctx, row: ExperimentRow): Promise<void> {
  const nothing = { by: null, metric: null, variant: null, note: '' };
  if (row.endsAt && row.endsAt <= ctx.clock.now()) {
    await endExperiment(ctx, row, 'stopped', { ...nothing, reason: 'end_date' });
    return;
  }
  const { guards, lanes, subjects } = await analyseNow(ctx, row);
  const looks = await listLooks(ctx, row.id, row.epoch);
  const readings = lanes.slice(1).map(({ difference }) => difference);
  const crossed = guards.flatMap(({ metric, lanes: each }) =>
    each.flatMap(({ variant, isCrossed }) => (isCrossed ? [{ metric, variant }] : [])),
  )[0];
  const isNews = subjects >= (looks.at(-1)?.subjects ?? 0) * lookGrowth + 1 || crossed !== undefined;
  if (isNews && readings.some((one) => one !== null))
    await insertLook(ctx, {
      experimentId: row.id,
      epoch: row.epoch,
      subjects,
      at: ctx.clock.now(),
      readings,
    });
  if (crossed && row.status === 'running')
    await endExperiment(ctx, row, 'stopped', { ...nothing, ...crossed, reason: 'guard' });
}

/** Keeps the report and forgets whom it was made of. */
async function settle(ctx: Ctx, row: ExperimentRow): Promise<void> {
  if (row.result) return;
  await changeExperiment(ctx, row.id, { result: await reportOf(ctx, row) });
  await deleteValues(ctx, row.id);
  await forgetExposures(ctx, row.id);
}
