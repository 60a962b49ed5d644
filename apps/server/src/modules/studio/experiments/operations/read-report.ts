import type { ExperimentReportView } from '@promptvault/contract/studio/experiments/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedExperiment } from '../open.ts';
import type { ExperimentRow } from '../repository/experiments.ts';
import { countExposures, listLooks, sumValues } from '../repository/outcomes.ts';
import { type Analysis, analyse } from './analyse.ts';

const dayMs = 24 * 60 * 60 * 1_000;

export interface ReadAnalysis extends Analysis {
  earlier: number;
}

/** What the rows say now. */
export async function analyseNow(ctx: Ctx, row: ExperimentRow): Promise<ReadAnalysis> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - dayMs);
  const { counts, earlier } = await countExposures(ctx, row.id, row.epoch, since);
  const sums = await sumValues(ctx, row.id, row.epoch);
  return { ...analyse(row.plan, { counts, sums }, now), earlier };
}

/** The whole report; of one that was over long ago, what was written down then. */
export async function reportOf(ctx: Ctx, row: ExperimentRow): Promise<ExperimentReportView> {
  if (row.result) return { ...row.result, status: row.status };
  const { subjects, earlier, perDay, lanes, verdicts, guards, split, parts } = await analyseNow(ctx, row);
  const looks = await listLooks(ctx, row.id, row.epoch);
  return {
    status: row.status,
    at: ctx.clock.now().toISOString(),
    ...{ subjects, earlier, perDay, lanes, verdicts, guards, split, parts },
    looks: looks.map((look) => ({
      at: look.at.toISOString(),
      subjects: look.subjects,
      readings: look.readings,
    })),
  };
}

export const getExperimentReport = (
  ctx: Ctx,
  { row }: Authorized<OpenedExperiment, 'experiment.read'>,
): Promise<ExperimentReportView> => reportOf(ctx, row);
