import type { ExperimentReportView, ExperimentView } from '@promptvault/contract/studio/experiments/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { namePeople } from '../../account/organizations/index.ts';
import { approvalsNeeded } from '../../vault/prompts/index.ts';
import type { OpenedExperiment } from './open.ts';
import type { Concluded } from './operations/conclude-experiment.ts';
import type { ExperimentList } from './operations/list-experiments.ts';
import type { ReportedOutcomes } from './operations/report-outcomes.ts';

async function viewsOf(all: readonly OpenedExperiment[], ctx: Ctx): Promise<ExperimentView[]> {
  const people = await namePeople(
    ctx,
    all.flatMap(({ row }) => [row.createdBy, row.end?.by ?? null, ...row.approvals]),
  );
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const needed = new Map<string, number>();
  for (const label of new Set(all.map(({ row }) => row.label)))
    needed.set(label, await approvalsNeeded(ctx, label));
  return all.map(({ row, prompt }) => ({
    id: row.id,
    promptId: row.promptId,
    promptTitle: prompt.title,
    label: row.label,
    name: row.name,
    hypothesis: row.hypothesis,
    ...row.plan,
    endsAt: row.endsAt?.toISOString() ?? null,
    status: row.status,
    approvals: row.approvals.flatMap((id) => person(id) ?? []),
    approvalsNeeded: needed.get(row.label) ?? 0,
    createdBy: person(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    end: row.end ? { ...row.end, by: person(row.end.by) } : null,
    revision: row.revision,
  }));
}

export const toExperiment = async (opened: OpenedExperiment, ctx: Ctx): Promise<ExperimentView> =>
  (await viewsOf([opened], ctx))[0] as ExperimentView;

export const toExperimentPage = async ({ experiments, nextCursor }: ExperimentList, ctx: Ctx) => ({
  items: await viewsOf(experiments, ctx),
  nextCursor,
});

export const toConcluded = async ({ isMoved, requestId, ...opened }: Concluded, ctx: Ctx) => ({
  experiment: await toExperiment(opened, ctx),
  isMoved,
  requestId,
});

export const toReport = (report: ExperimentReportView) => report;
export const toReported = (reported: ReportedOutcomes) => reported;
export const toNothing = () => undefined;
